"""Prints, as JSON, the PivotTables that LibreOffice finds in a file: fields, result before and after a refresh."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from office import desktop, leave, load  # noqa: E402


def names(fields):
    return [fields.getByIndex(at).Name for at in range(fields.Count)]


def grid(sheet, pilot):
    area = pilot.OutputRange
    cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    return [list(row) for row in cells.getDataArray()]


def describe(sheet, pilot):
    area = pilot.OutputRange
    found = {
        "name": pilot.Name,
        "sheet": sheet.Name,
        "row": area.StartRow,
        "column": area.StartColumn,
        "rows": names(pilot.RowFields),
        "columns": [name for name in names(pilot.ColumnFields) if name not in ("Data", "Données")],
        "filters": names(pilot.PageFields),
        "data": names(pilot.DataFields),
        "before": grid(sheet, pilot),
    }
    pilot.refresh()
    found["after"] = grid(sheet, pilot)
    return found


def main(pipe, file):
    document = load(desktop(pipe), file)
    pilots = []
    for sheet in document.Sheets:
        tables = sheet.getDataPilotTables()
        pilots += [describe(sheet, tables.getByIndex(at)) for at in range(tables.Count)]
    document.close(True)
    print(json.dumps(pilots))


main(*sys.argv[1:])
leave()
