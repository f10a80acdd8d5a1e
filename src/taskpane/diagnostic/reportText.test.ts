import { reportText } from './reportText';
import { diagnosticWords } from './words';

test('the report says what Excel it is, then each probe on a line, failures first', () => {
  const text = reportText(
    {
      excel: { platform: 'PC', version: '16.0.1', api: '1.17', displayLanguage: 'fr-CA', contentLanguage: 'en-US' },
      probes: [
        { code: 'readOnly', outcome: 'passed', detail: '' },
        { code: 'slicers', outcome: 'notApplicable', detail: 'NotImplemented' },
        { code: 'tableGrowth', outcome: 'failed', detail: '2 ≠ 4\r\n(suite)' },
      ],
    },
    diagnosticWords.fr,
  );
  expect(text.split('\n')).toEqual([
    'Excel (PC) 16.0.1, ExcelApi 1.17. Interface fr-CA, classeur en-US',
    'échoué\ttableGrowth\tLe tableau s’allonge tout seul\t2 ≠ 4 (suite)',
    'sans objet\tslicers\tSegments\tNotImplemented',
    'réussi\treadOnly\tClasseur ouvert en modification',
  ]);
});
