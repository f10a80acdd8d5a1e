"""What LibreOffice sees of a tracking workbook: its tables, one cell's kind, the pivot before and after a refresh."""
import json
import sys

from office import desktop, leave, load


def areas(document):
    ranges = document.DatabaseRanges
    found = {}
    for name in ranges.ElementNames:
        area = ranges.getByName(name).DataArea
        found[name] = area.EndRow - area.StartRow
    return found


def last_row(document, table):
    area = document.DatabaseRanges.getByName(table).DataArea
    sheet = document.Sheets.getByIndex(area.Sheet)
    cells = [sheet.getCellByPosition(column, area.EndRow) for column in range(area.StartColumn, area.EndColumn + 1)]
    return [{"text": cell.String, "kind": cell.Type.value} for cell in cells]


def rows_of(sheet, area):
    cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
    return [list(row) for row in cells.getDataArray()]


def pivots(document):
    found = []
    for name in document.Sheets.ElementNames:
        sheet = document.Sheets.getByName(name)
        tables = sheet.getDataPilotTables()
        for index in range(tables.Count):
            table = tables.getByIndex(index)
            table.refresh()
            found.append({"name": table.Name, "sheet": name, "rows": rows_of(sheet, table.OutputRange)})
    return found


document = load(desktop(sys.argv[1]), sys.argv[2])
print(json.dumps({"tables": areas(document), "lastRow": last_row(document, "Activites"), "pivots": pivots(document)}))
document.close(True)
leave()
