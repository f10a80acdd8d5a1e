import { rectOf, Workbook } from '.';
import { codeOf } from './testing';

describe('sheets', () => {
  it('are named in the language of the interface', () => {
    const names = ['fr-CA', 'en-CA'].map((locale) => {
      const workbook = Workbook.blank({ locale });
      workbook.addSheet();
      return workbook.sheets.map(({ name }) => name);
    });
    expect(names).toEqual([
      ['Feuil1', 'Feuil2'],
      ['Sheet1', 'Sheet2'],
    ]);
  });

  test.each([
    ['Rapport', 'done'],
    ['x'.repeat(31), 'done'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['', 'InvalidArgument'],
    ['  ', 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ['a[b', 'InvalidArgument'],
    ["'a", 'InvalidArgument'],
    ["l'été", 'done'],
    ['feuil1', 'ItemAlreadyExists'],
  ])('named “%s”: %s', (name, code) => expect(codeOf(() => Workbook.blank().addSheet(name))).toBe(code));

  it('keep one visible, and another comes to the front when the active one goes', () => {
    const workbook = Workbook.blank();
    const first = workbook.activeSheet;
    expect([codeOf(() => workbook.removeSheet(first)), codeOf(() => first.setVisibility('Hidden'))]).toEqual([
      'InvalidOperation',
      'InvalidOperation',
    ]);
    const second = workbook.addSheet('Deux', 0);
    expect([second.position, first.position, workbook.activeSheet]).toEqual([0, 1, first]);
    workbook.removeSheet(first);
    expect(workbook.activeSheet).toBe(second);
    workbook.history.undo();
    expect([workbook.sheets, workbook.sheetByName('FEUIL1')]).toEqual([[second, first], first]);
  });

  it('that are hidden cannot be activated, very hidden ones not removed', () => {
    const workbook = Workbook.blank();
    const hidden = workbook.addSheet('Cachée');
    hidden.setVisibility('VeryHidden');
    expect([codeOf(() => workbook.activate(hidden)), codeOf(() => workbook.removeSheet(hidden))]).toEqual([
      'InvalidOperation',
      'InvalidOperation',
    ]);
  });
});

describe('names', () => {
  const named = { formula: 'Feuil1!$A$1', visible: true, comment: '' };

  test.each([
    ['Debut', 'done'],
    ['Période_1', 'done'],
    ['mon nom', 'InvalidArgument'],
    ['A1', 'InvalidArgument'],
    ['1er', 'InvalidArgument'],
    ['R', 'InvalidArgument'],
  ])('“%s”: %s', (name, code) => expect(codeOf(() => Workbook.blank().names.define({ ...named, name }))).toBe(code));

  it('replace one another by scope and go', () => {
    const workbook = Workbook.blank();
    const scope = workbook.activeSheet.id;
    workbook.names.define({ ...named, name: 'Debut' });
    workbook.names.define({ ...named, name: 'debut', formula: 'Feuil1!$B$1' });
    workbook.names.define({ ...named, name: 'Debut', scope });
    expect(workbook.names.all.map(({ name, formula }) => [name, formula])).toEqual([
      ['debut', 'Feuil1!$B$1'],
      ['Debut', 'Feuil1!$A$1'],
    ]);
    workbook.names.remove('DEBUT', scope);
    expect([workbook.names.all.length, codeOf(() => workbook.names.remove('rien'))]).toEqual([1, 'ItemNotFound']);
  });

  it('are computed with', () => {
    const workbook = Workbook.blank();
    const sheet = workbook.activeSheet;
    workbook.names.define({ ...named, name: 'Debut' });
    sheet.write(rectOf(0, 0, 1, 2), [[4, '=Debut*2']], 'formulas');
    expect(sheet.cells.get(0, 1)?.value).toBe(8);
  });
});

it('keeps settings and properties, with undo', () => {
  const workbook = Workbook.blank();
  workbook.settings.set('a', 1);
  workbook.setProperties({ title: 'Plan' });
  workbook.settings.remove('a');
  workbook.history.undo();
  expect([[...workbook.settings.all], workbook.properties.title]).toEqual([[['a', 1]], 'Plan']);
});
