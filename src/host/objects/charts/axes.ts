import { HostError } from '../../errors';
import type { Chart } from '../../model';
import type { Json } from '../../wire/protocol';
import { asFlag, asNumber, invalidArgument } from '../arguments';
import { define, type ClassDefinition } from '../define';

interface AxisRef {
  readonly chart: Chart;
  readonly kind: 'category' | 'value';
}

export const chartAxesClass: ClassDefinition<Chart> = define<Chart>('ChartAxes', {
  navigate: {
    CategoryAxis: (chart) => chartAxisClass.of({ chart, kind: 'category' }),
    ValueAxis: (chart) => chartAxisClass.of({ chart, kind: 'value' }),
  },
});

function reverse({ chart, kind }: AxisRef, reversed: boolean): void {
  if (kind === 'value') {
    throw new HostError(
      'NotImplemented',
      'The embedded Excel host turns category axes only.',
      'ChartAxis.reversePlotOrder',
    );
  }
  chart.change({ categoryAxisReversed: reversed });
}

function setMinimum({ chart, kind }: AxisRef, value: Json): void {
  if (kind === 'category') {
    throw new HostError('NotImplemented', 'The embedded Excel host scales value axes only.', 'ChartAxis.minimum');
  }
  chart.change({ valueAxisMinimum: asNumber(value) });
}

function setMajorUnit({ chart, kind }: AxisRef, value: Json): void {
  if (kind === 'category') {
    throw new HostError('NotImplemented', 'The embedded Excel host scales value axes only.', 'ChartAxis.majorUnit');
  }
  const unit = asNumber(value);
  if (unit <= 0) throw invalidArgument();
  chart.change({ valueAxisMajorUnit: unit });
}

/** What the host neither draws nor keeps is refused when it is asked for, and taken when it is how things are. */
function fixed(member: string, state: boolean) {
  return (_ref: AxisRef, value: unknown): void => {
    if (asFlag(value) !== state) {
      throw new HostError('NotImplemented', `The embedded Excel host keeps ${member} as it is.`, member);
    }
  };
}

const chartAxisClass: ClassDefinition<AxisRef> = define<AxisRef>('ChartAxis', {
  get: {
    Type: ({ kind }) => (kind === 'category' ? 'Category' : 'Value'),
    ReversePlotOrder: ({ chart, kind }) => kind === 'category' && chart.definition.categoryAxisReversed,
    Visible: () => true,
    MajorUnit: ({ chart, kind }) => (kind === 'value' ? (chart.definition.valueAxisMajorUnit ?? '') : ''),
    Minimum: ({ chart, kind }) => (kind === 'value' ? (chart.definition.valueAxisMinimum ?? '') : ''),
  },
  set: {
    MajorUnit: setMajorUnit,
    Minimum: setMinimum,
    ReversePlotOrder: (ref, value) => reverse(ref, asFlag(value)),
    Visible: fixed('ChartAxis.visible', true),
  },
  navigate: { MajorGridlines: (ref) => gridlinesClass.of(ref) },
});

const gridlinesClass: ClassDefinition<AxisRef> = define<AxisRef>('ChartGridlines', {
  get: { Visible: ({ kind }) => kind === 'value' },
});
