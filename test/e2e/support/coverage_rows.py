"""What the live list of a coverage sheet says after each thing that somebody without the add-in does to the rows of the
table of activities, as JSON: a list by number, and what the sheet says of rows that it does not count.

Arguments: pipe, file, name of the coverage sheet, deeds as JSON: ["insert", row, cells], ["insertSheetRow", row, cells],
["repeat", id], ["sort", column], ["delete", id]; rows and columns are counted from those of the table, from 0.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from live_list import live_list  # noqa: E402
from office import desktop, leave, load, property_value  # noqa: E402

import uno  # noqa: E402
from com.sun.star.sheet.CellDeleteMode import UP  # noqa: E402
from com.sun.star.sheet.CellInsertMode import DOWN  # noqa: E402
from com.sun.star.table import TableSortField  # noqa: E402


class Table:
    def __init__(self, document):
        self.ranges = document.DatabaseRanges
        self.sheet = document.Sheets.getByIndex(self.area.Sheet)

    @property
    def area(self):
        return self.ranges.getByName("Activites").DataArea

    def rows(self, row, count=1):
        """The addresses of body rows."""
        area = self.area
        area.StartRow += 1 + row
        area.EndRow = area.StartRow + count - 1
        return area

    def cells(self, address):
        return self.sheet.getCellRangeByPosition(
            address.StartColumn, address.StartRow, address.EndColumn, address.EndRow
        )

    def write(self, address, cells):
        for column, value in enumerate(cells):
            cell = self.sheet.getCellByPosition(address.StartColumn + column, address.StartRow)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value

    def row_of(self, identity):
        body = self.cells(self.rows(0, self.area.EndRow - self.area.StartRow)).getDataArray()
        return [row[0] for row in body].index(identity)

    def insert(self, row, cells):
        address = self.rows(row)
        self.sheet.insertCells(address, DOWN)
        self.write(address, cells)

    def insertSheetRow(self, row, cells):
        address = self.rows(row)
        self.sheet.Rows.insertByIndex(address.StartRow, 1)
        self.write(address, cells)

    def repeat(self, identity):
        row = self.row_of(identity)
        cells = self.cells(self.rows(row)).getDataArray()[0]
        self.insert(row + 1, cells)

    def delete(self, identity):
        self.sheet.removeRange(self.rows(self.row_of(identity)), UP)

    def sort(self, column):
        field = TableSortField()
        field.Field = column
        field.IsAscending = False
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        body = self.cells(self.rows(0, self.area.EndRow - self.area.StartRow))
        body.sort((property_value("SortFields", fields),))


def warning(sheet):
    texts = [sheet.getCellByPosition(0, row).String for row in range(12)]
    return next((text for text in texts if "reconstruisez" in text), "")


def main(pipe, file, name, deeds):
    document = load(desktop(pipe), file)
    document.calculateAll()
    sheet = document.Sheets.getByName(name)
    table = Table(document)
    seen = []
    for deed, *arguments in deeds:
        getattr(table, deed)(*arguments)
        # Nothing is asked to compute: it does so by itself.
        seen.append({"list": live_list(sheet), "warning": warning(sheet)})
    document.close(True)
    print(json.dumps(seen))


main(sys.argv[1], sys.argv[2], sys.argv[3], json.loads(sys.argv[4]))
leave()
