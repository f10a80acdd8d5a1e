import type { Workbook } from '../model';
import { asFlag } from './arguments';
import { define, type ClassDefinition } from './define';
import type { CallContext } from './host-object';
import { separatorsOf, shortDatePattern } from './culture';

export const applicationClass: ClassDefinition<Workbook> = define<Workbook>('Application', {
  get: {
    CalculationMode: () => 'Automatic',
    CalculationState: () => 'Done',
    DecimalSeparator: (workbook) => separatorsOf(workbook.options.locale).decimal,
    ThousandsSeparator: (workbook) => separatorsOf(workbook.options.locale).group,
    UseSystemSeparators: () => true,
  },
  navigate: { CultureInfo: (workbook) => cultureInfoClass.of(workbook) },
  call: {
    // What has changed is recalculated at the end of each batch: there is never any left.
    Calculate: (workbook, args) => (args.raw(0) === 'Recalculate' ? null : workbook.recalculate()),
    // The host recalculates once a batch and paints by itself: there is nothing to suspend.
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
});

const cultureInfoClass: ClassDefinition<Workbook> = define<Workbook>('CultureInfo', {
  since: { DatetimeFormat: '1.12' },
  get: { Name: (workbook) => workbook.options.locale },
  navigate: {
    NumberFormat: (workbook) => numberFormatInfoClass.of(workbook),
    DatetimeFormat: (workbook) => datetimeFormatInfoClass.of(workbook),
  },
});

const numberFormatInfoClass: ClassDefinition<Workbook> = define<Workbook>('NumberFormatInfo', {
  get: {
    NumberDecimalSeparator: (workbook) => separatorsOf(workbook.options.locale).decimal,
    NumberGroupSeparator: (workbook) => separatorsOf(workbook.options.locale).group,
  },
});

const datetimeFormatInfoClass: ClassDefinition<Workbook> = define<Workbook>('DatetimeFormatInfo', {
  get: {
    ShortDatePattern: (workbook) => shortDatePattern(workbook.options.locale),
    DateSeparator: (workbook) => /[^a-z]/i.exec(shortDatePattern(workbook.options.locale))?.[0] ?? '/',
    TimeSeparator: () => ':',
  },
});

/** `context.runtime`: whether events come to this session. */
export const runtimeClass: ClassDefinition<Workbook> = define<Workbook>('Runtime', {
  get: { EnableEvents: (_workbook, context: CallContext) => context.eventsEnabled },
  set: {
    EnableEvents: (_workbook, value, context) => {
      context.eventsEnabled = asFlag(value);
    },
  },
});
