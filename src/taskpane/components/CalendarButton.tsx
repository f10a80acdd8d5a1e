import { Button } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import type { RefObject } from 'react';
import { parseIso, type Day } from '../../plan';
import { useWords } from '../environment';

export interface CalendarButtonProps {
  /** The field that the calendar belongs to, for those who open it by other means than the button. */
  readonly calendarRef: RefObject<HTMLInputElement | null>;
  readonly onPick: (day: Day) => void;
}

/**
 * For those who click: the browser's own calendar, which weighs nothing and speaks the system's language. Tab passes
 * it by, on its way from the dates to what comes next: the keys of date pickers open it from the field of dates.
 */
export function CalendarButton({ calendarRef, onPick }: CalendarButtonProps) {
  const words = useWords();
  return (
    <span className="suivi-calendar">
      <input
        ref={calendarRef}
        type="date"
        tabIndex={-1}
        aria-label={words.add.calendar}
        onChange={(event) => {
          const day = parseIso(event.target.value);
          event.target.value = '';
          if (day !== null) onPick(day);
        }}
      />
      <Button
        size="small"
        appearance="transparent"
        tabIndex={-1}
        aria-keyshortcuts="Alt+ArrowDown F4"
        icon={<CalendarLtrRegular />}
        aria-label={words.add.calendar}
        title={words.add.calendar}
        onClick={() => openCalendar(calendarRef.current)}
      />
    </span>
  );
}

/**
 * Opens the browser's calendar. A page in a frame of another origin, as in Excel on the web, may not: the calendar's own
 * field is then shown, for as long as it has the focus.
 */
export function openCalendar(field: HTMLInputElement | null): void {
  try {
    field?.showPicker();
  } catch {
    field?.focus();
  }
}
