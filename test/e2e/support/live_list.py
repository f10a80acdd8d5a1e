"""Reads the live list of a coverage sheet that LibreOffice has open."""


def live_list(sheet):
    """Rows of the live list by number: activities, dates and state. Its heads are said again where a page begins."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows = sheet.getCellRangeByPosition(0, 0, 10, cursor.RangeAddress.EndRow).getDataArray()
    is_head = [row[4] in ("Activités", "Activities") and row[9] != "" for row in rows]
    found = {}
    for at in range(is_head.index(True), len(rows)):
        row = rows[at]
        if row[0] == "":
            break
        if not is_head[at]:
            found[row[0]] = [row[4], row[5], row[9]]
    return found
