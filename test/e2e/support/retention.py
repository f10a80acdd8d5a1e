"""Makes a workbook with much in it (`make OUT PICTURE`), or says as JSON what one still holds (`look FILE`)."""
import json
import os
import sys

import uno

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from office import desktop, leave, load, property_value  # noqa: E402


def url(file):
    return uno.systemPathToFileUrl(os.path.abspath(file))


def struct(name, **fields):
    made = uno.createUnoStruct(name)
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def add_data(document, sheet):
    sheet.Name = "Data"
    rows = (("Nom", "Mois", "Valeur"),) + tuple((chr(97 + i % 3), "m%d" % (i % 2), float(i)) for i in range(6))
    area = sheet.getCellRangeByName("A1:C7")
    area.setDataArray(rows)
    document.DatabaseRanges.addNewByName("Table1", area.RangeAddress)
    document.DatabaseRanges.getByName("Table1").AutoFilter = True
    return area


def add_pivot(sheet, area):
    pilots = sheet.DataPilotTables
    descriptor = pilots.createDataPilotDescriptor()
    descriptor.setSourceRange(area.RangeAddress)
    orientation = "com.sun.star.sheet.DataPilotFieldOrientation"
    descriptor.DataPilotFields.getByName("Nom").Orientation = uno.Enum(orientation, "ROW")
    descriptor.DataPilotFields.getByName("Valeur").Orientation = uno.Enum(orientation, "DATA")
    pilots.insertNewByName("Croise", sheet.getCellRangeByName("A3").CellAddress, descriptor)


def add_picture(document, sheet, file):
    shape = document.createInstance("com.sun.star.drawing.GraphicObjectShape")
    shape.setPropertyValue("GraphicURL", url(file))
    sheet.DrawPage.add(shape)
    shape.setSize(struct("com.sun.star.awt.Size", Width=1000, Height=1000))


def add_conditional_format(sheet):
    cells = sheet.getCellRangeByName("C2:C7")
    entries = cells.ConditionalFormat
    greater = uno.Enum("com.sun.star.sheet.ConditionOperator", "GREATER")
    rule = (("Operator", greater), ("Formula1", "2"), ("StyleName", "Heading 1"))
    entries.addNew(tuple(property_value(name, value) for name, value in rule))
    cells.ConditionalFormat = entries


def make(office, out, picture):
    document = office.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, (property_value("Hidden", True),)
    )
    sheet = document.Sheets.getByIndex(0)
    area = add_data(document, sheet)
    document.Sheets.insertNewByName("Pivot", 1)
    document.Sheets.insertNewByName("Autre", 2)
    document.Sheets.getByName("Autre").getCellRangeByName("A1").String = "intacte"
    add_pivot(document.Sheets.getByName("Pivot"), area)
    box = struct("com.sun.star.awt.Rectangle", X=9000, Y=6000, Width=8000, Height=5000)
    sheet.Charts.addNewByName("Graphe", box, (area.RangeAddress,), True, True)
    sheet.Annotations.insertNew(sheet.getCellRangeByName("E1").CellAddress, "Une note")
    add_picture(document, sheet, picture)
    add_conditional_format(sheet)
    document.storeToURL(url(out), (property_value("FilterName", "Calc MS Excel 2007 XML"),))
    return document


def look(document):
    data = document.Sheets.getByName("Data")
    pivots = document.Sheets.getByName("Pivot").DataPilotTables
    shapes = [data.DrawPage.getByIndex(at) for at in range(data.DrawPage.Count)]
    pilot = pivots.getByIndex(0)
    pilot.refresh()
    output = pilot.OutputRange
    return {
        "row": [data.getCellRangeByName(cell).String for cell in ("A8", "B8", "C8", "H1")],
        "charts": data.Charts.Count,
        "pivots": list(pivots.ElementNames),
        "total": document.Sheets.getByName("Pivot").getCellByPosition(output.EndColumn, output.EndRow).Value,
        "notes": [data.Annotations.getByIndex(at).String for at in range(data.Annotations.Count)],
        "pictures": sum(1 for shape in shapes if shape.supportsService("com.sun.star.drawing.GraphicObjectShape")),
        "formats": len(data.ConditionalFormats.ConditionalFormats),
        "other": document.Sheets.getByName("Autre").getCellRangeByName("A1").String,
    }


office = desktop(sys.argv[1])
if sys.argv[2] == "make":
    opened = make(office, sys.argv[3], sys.argv[4])
else:
    opened = load(office, sys.argv[3])
    print(json.dumps(look(opened)))
opened.close(True)
leave()
