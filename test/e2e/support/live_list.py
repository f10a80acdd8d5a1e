"""Reads the live list of a coverage sheet that LibreOffice has open."""


def live_list(sheet):
    """Rows of the live list by number: activities, dates and state; the sheet has several lists, it is the last."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = sheet.getCellRangeByPosition(0, 0, 10, cursor.RangeAddress.EndRow).getDataArray()
    heads = [at for at, row in enumerate(rows) if row[4] in ("Activités", "Activities") and row[9] != ""]
    found = {}
    for row in rows[heads[-1] + 1:]:
        if row[0] == "":
            break
        found[row[0]] = [row[4], row[5], row[9]]
    return found
