import { Button } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useRef } from 'react';
import { parseIso, type Day } from '../../plan';
import { useWords } from '../environment';

/** For those who click: the browser's own calendar, which weighs nothing and speaks the system's language. */
export function CalendarButton({ onPick }: { onPick: (day: Day) => void }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <span className="suivi-calendar">
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const day = parseIso(event.target.value);
          event.target.value = '';
          if (day !== null) onPick(day);
        }}
      />
      <Button
        size="small"
        appearance="transparent"
        icon={<CalendarLtrRegular />}
        aria-label={words.add.calendar}
        title={words.add.calendar}
        onClick={() => field.current?.showPicker()}
      />
    </span>
  );
}
