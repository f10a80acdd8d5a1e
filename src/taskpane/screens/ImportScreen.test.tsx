/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { done, paneInJsdom, type User } from '../../../test/support/pane';
import '@testing-library/jest-dom';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { parseIso } from '../../plan';

const today = parseIso('2024-06-30')!;

/** A report as people keep it, with a doubt of each kind. */
const report = [
  'OBJECTIF STRATÉGIQUE 1 | Faire vivre la reliure',
  '',
  '| Stratégies 2023-2026 | Actions 2023-2024 | ACTIVITÉS |',
  '|---|---|---|',
  '| Parler aux écoles | > Tenir un kiosque | 4 octobre 2023<br>**Salon du livre** |',
  '|  | > Écrire aux maires | 5 octobre 2023<br>**Lettre aux maires** |',
  '|  |  | 1er février 2024<br>**Comité de printemps** |',
  '|  |  | 12 févrir 2024<br>**Atelier de couture** |',
  '|  |  | 20 juin<br>**Assemblée annuelle** |',
].join('\n');

const pane = paneInJsdom(today);

beforeEach(() => pane.open(null));

async function show() {
  const user = await pane.show();
  await user.click(await screen.findByRole('button', { name: 'Mon document' }));
  await screen.findByRole('heading', { name: 'Importer un document' });
  return user;
}

/** As a browser gives it: to whatever has the focus. */
async function paste(html: string, text: string) {
  const clipboardData = {
    getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : ''),
    files: [],
  };
  await act(async () => {
    fireEvent.paste(document.body, { clipboardData });
    await Promise.resolve();
  });
}

async function preview() {
  return screen.findByRole('heading', { name: 'Aperçu' });
}

const importAll = (user: User) => user.click(screen.getByRole('button', { name: /^Importer \d/ }));

describe('a document pasted into a blank workbook', () => {
  it('is shown, settled, written, and taken back', async () => {
    const user = await show();
    await paste('', report);
    expect(await preview()).toHaveFocus();
    expect(screen.getByText(/^À ajouter/)).toHaveTextContent(/5.activités, 1.objectif, 1.stratégie, 2.actions/);
    expect(done(await pane.gateway.status()).kind).toBe('blank');

    const dates = screen.getByRole('textbox', { name: 'Dates' });
    expect(dates).toHaveValue('12 févrir 2024');
    expect(dates).toBeInvalid();
    await user.clear(dates);
    await user.type(dates, '12 février 2024');
    expect(dates).toBeValid();

    const year = screen.getByRole('textbox', { name: /^(?:Son|Leur) année$/ });
    await user.clear(year);
    await user.type(year, '2022');

    const block = screen.getByRole('radiogroup', { name: /n’ont pas d’action à côté d’elles/ });
    expect(within(block).getByRole('radio', { name: /^Laisser sous 1\.1 / })).toBeChecked();
    await user.click(within(block).getByRole('radio', { name: /^Mettre sous 1\.1\.2 / }));

    const list = screen.getByRole('list', { name: 'Activités à importer' });
    await user.click(within(list).getByRole('checkbox', { name: /^Importer.*Salon du livre/ }));

    await importAll(user);
    expect(await screen.findByText('Importé et vérifié')).toBeInTheDocument();
    expect(done(await pane.gateway.readPlan())).toMatchObject({
      problems: [],
      activities: [
        { title: 'Lettre aux maires', planNo: '1.1.2' },
        { title: 'Comité de printemps', planNo: '1.1.2' },
        { title: 'Atelier de couture', planNo: '1.1.2', occurrences: [{ start: '2024-02-12' }] },
        { title: 'Assemblée annuelle', planNo: '1.1.2', occurrences: [{ start: '2022-06-20' }] },
      ],
    });

    await user.click(screen.getByRole('button', { name: 'Annuler l’importation' }));
    expect(await screen.findByText(/L’importation a été annulée/)).toBeInTheDocument();
    expect(done(await pane.gateway.status()).kind).toBe('blank');
    await user.click(screen.getByRole('button', { name: 'Revenir à l’aperçu' }));
    expect(screen.getByRole('textbox', { name: 'Dates' })).toHaveValue('12 février 2024');
  });

  it('goes on to the plan', async () => {
    const user = await show();
    await paste('', report);
    await preview();
    await importAll(user);
    await user.click(await screen.findByRole('button', { name: 'Ouvrir le plan' }));
    expect(await screen.findByRole('tab', { name: 'Ajouter' })).toBeInTheDocument();
  });

  it('says what the report will lack at its head, and leads to where it is entered', async () => {
    const user = await show();
    await paste('', report);
    await preview();
    await importAll(user);
    const missing = 'Le nom de l’organisation n’est pas inscrit.';
    expect(await screen.findByText(missing)).toBeInTheDocument();
    expect(screen.getByText('Le titre du rapport n’est pas inscrit.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ouvrir Paramètres' }));
    const organisation = await screen.findByRole('textbox', { name: 'Organisation' });
    await waitFor(() => expect(organisation).toHaveFocus());

    // In the workbook that there is now, only what is still blank is said and gone to.
    await user.type(organisation, 'Ordre des relieurs');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText('Paramètres enregistrés et vérifiés');
    await user.click(screen.getByRole('tab', { name: 'Importer' }));
    await paste('', report.replace('Tenir un kiosque', 'Ouvrir une boutique'));
    await preview();
    await importAll(user);
    expect(await screen.findByText('Le titre du rapport n’est pas inscrit.')).toBeInTheDocument();
    expect(screen.queryByText(missing)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ouvrir Paramètres' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Titre du rapport' })).toHaveFocus());
  });

  it('adds nothing the second time', async () => {
    const user = await show();
    await paste('', report);
    await preview();
    await importAll(user);
    await user.click(await screen.findByRole('button', { name: 'Importer un autre document' }));
    await paste('', report);
    expect(await screen.findByText('Tout y est déjà')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Rien à importer' })).toBeDisabled();
  });

  it('keeps what was settled when Excel refuses, and says why', async () => {
    const user = await show();
    await paste('', report);
    await preview();
    act(() => pane.harness.workbook.configure({ readOnly: true }));
    await importAll(user);
    expect(await screen.findByText('L’importation n’a pas été faite')).toBeInTheDocument();
    expect(await screen.findByText(/en lecture seule/)).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Activités à importer' })).toBeInTheDocument();
  });

  it('puts no element of it in the page', async () => {
    await show();
    const html = `<p onclick="x()">Objectif stratégique 1 | Écrire</p><img src=x onerror="x()"><ul><li>4 octobre 2023 <b>Un &lt;script&gt;alert(1)&lt;/script&gt;</b></li><li>5 octobre 2023 <b>Deux</b></li></ul>`;
    await paste(html, '');
    await preview();
    expect(document.body.querySelector('img, script, [onclick]')).toBeNull();
    expect(screen.getAllByText(/<script>alert\(1\)<\/script>/).length).toBeGreaterThan(0);
  });
});

describe('a document that is not read', () => {
  it.each([
    [
      'a text that is no plan',
      'La présidente remercie les membres pour leur confiance et leur souhaite un bel été.',
      'Ce document n’est pas un plan',
    ],
    ['nothing', ' ', 'Ce document n’a pas été lu'],
  ])('%s: says so, creates nothing and keeps the text', async (_description, text, said) => {
    await show();
    await paste('', text);
    expect(await screen.findByText(said)).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'Texte du document' });
    expect(field).toHaveValue(text);
    expect(field).toHaveFocus();
    expect(done(await pane.gateway.status()).kind).toBe('blank');
  });

  it('a file that is protected: says what to do', async () => {
    const user = await show();
    const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]);
    const file = Object.assign(new File([bytes], 'rapport.docx'), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
    await user.upload(screen.getByLabelText('Choisir un fichier…', { selector: 'input' }), file);
    expect(await screen.findByText('Ce document n’a pas été lu')).toBeInTheDocument();
    expect(screen.getByText(/Ce fichier est un PDF/)).toBeInTheDocument();
  });
});

it('reads the active sheet of somebody’s own workbook, and adds its sheets beside', async () => {
  const { activeSheet } = pane.harness.workbook;
  const rows = [
    ['Stratégies 2023-2026', 'Actions 2023-2024', 'ACTIVITÉS'],
    ['Parler aux écoles', "'> Tenir un kiosque", '4 octobre 2023\nSalon du livre'],
    ['', '', '5 octobre 2023\nLettre aux maires'],
  ];
  activeSheet.write({ row: 0, column: 0, rows: 3, columns: 3 }, rows, 'values');
  const user = await show();
  await user.click(screen.getByRole('button', { name: 'Lire la feuille active' }));
  await preview();
  await importAll(user);
  await screen.findByText('Importé et vérifié');
  expect(pane.harness.workbook.sheets.map(({ name }) => name)).toEqual([
    activeSheet.name,
    'Plan',
    'Activités',
    'Paramètres',
  ]);
  await waitFor(async () => expect(done(await pane.gateway.readPlan()).activities).toHaveLength(2));
});
