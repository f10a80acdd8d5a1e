"""Prints the annotations of a file's sheets as LibreOffice reads them: sheet, cell, text, and the cell's own text."""
import json
import sys

import office

pipe, file = sys.argv[1:3]
document = office.load(office.desktop(pipe), file)
found = []
for sheet in document.Sheets:
    for annotation in sheet.Annotations:
        place = annotation.Position
        cell = sheet.getCellByPosition(place.Column, place.Row)
        found.append({"sheet": sheet.Name, "row": place.Row, "column": place.Column, "text": annotation.String, "of": cell.String})
print(json.dumps(found))
document.close(True)
office.leave()
