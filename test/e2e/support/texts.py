"""Says as JSON what the cells of a sheet's column hold, each with its kind: `PIPE FILE SHEET COLUMN ROWS`."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from office import desktop, leave, load  # noqa: E402


def main(pipe, file, name, column, rows):
    office = desktop(pipe)
    document = load(office, file)
    sheet = document.Sheets.getByName(name)
    cells = [sheet.getCellByPosition(int(column), row) for row in range(1, int(rows) + 1)]
    found = [{"text": cell.String, "kind": cell.Type.value} for cell in cells]
    print(json.dumps(found))
    document.close(True)
    leave()


main(*sys.argv[1:])
