"""Prints, as JSON, the charts that LibreOffice finds in a file: kind, title and the values of each series."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from office import desktop, leave, load  # noqa: E402


def describe(sheet, chart):
    document = chart.EmbeddedObject
    # Values come one row a category, one column a series.
    rows = document.Data.getData()
    return {
        "sheet": sheet.Name,
        "type": document.Diagram.DiagramType,
        "title": document.Title.String if document.HasMainTitle else "",
        "series": [list(column) for column in zip(*rows)],
    }


def main(pipe, file):
    document = load(desktop(pipe), file)
    found = []
    for sheet in document.Sheets:
        charts = sheet.Charts
        found += [describe(sheet, charts.getByIndex(at)) for at in range(charts.Count)]
    document.close(True)
    print(json.dumps(found))


main(*sys.argv[1:])
leave()
