"""What LibreOffice makes of a coverage sheet, as JSON: the PivotTable before and after a refresh, and the live list
before and after rows are added under the table of activities, as somebody without the add-in would.

Arguments: pipe, file, name of the coverage sheet, rows to add as JSON (each a list of texts and numbers, by column).
"""
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from live_list import live_list  # noqa: E402
from office import desktop, leave, load  # noqa: E402


def grid(sheet, area):
    cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    return [list(row) for row in cells.getDataArray()]


def add_rows(document, rows):
    ranges = document.DatabaseRanges
    table = ranges.getByName("Activites")
    area = table.DataArea
    sheet = document.Sheets.getByIndex(area.Sheet)
    for offset, row in enumerate(rows):
        for column, value in enumerate(row):
            cell = sheet.getCellByPosition(area.StartColumn + column, area.EndRow + 1 + offset)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
    area.EndRow += len(rows)
    table.DataArea = area


def main(pipe, file, name, rows):
    document = load(desktop(pipe), file)
    sheet = document.Sheets.getByName(name)
    pilot = sheet.getDataPilotTables().getByIndex(0)
    began = time.time()
    found = {"before": grid(sheet, pilot.OutputRange)}
    pilot.refresh()
    found["after"] = grid(sheet, pilot.OutputRange)
    document.calculateAll()
    found["list"] = live_list(sheet)
    if rows:
        add_rows(document, rows)
        document.calculateAll()
        found["added"] = live_list(sheet)
    found["shapes"] = sheet.DrawPage.Count
    found["seconds"] = round(time.time() - began, 1)
    document.close(True)
    print(json.dumps(found))


main(sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4]))
leave()
