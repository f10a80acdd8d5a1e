import type { commands as fr } from '../fr/commands';
import type { Shape } from '../shape';

export const commands = {
  name: 'Suivi',
  description:
    'Keeps a strategic plan alive in an Excel workbook: dated activities, the committee’s report, coverage of the actions.',
  group: 'Plan tracking',
  showPane: 'Open Suivi',
  showPaneTip: 'Opens the pane: add an activity to an action of the plan, build the report or the coverage.',
  buildReport: 'Report',
  buildReportTip: 'Builds the Report sheet for the whole period, ready to print, and shows it.',
  buildCoverage: 'Coverage',
  buildCoverageTip: 'Builds the PivotTable that shows which actions have activities and which have none, and shows it.',
} satisfies Shape<typeof fr>;
