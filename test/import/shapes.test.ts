import { strToU8, zipSync } from 'fflate';
import { type DocumentSource, draftImport, type DraftImport, outlineWords, readDocument } from '../../src/import';

/**
 * Invented documents in the shapes that people keep plans in. Each is read as its lines say, and every
 * word of it is in the plan, in an activity or in a problem: only headers, labels and dates are read
 * into something else.
 */
const text = (written: string): DocumentSource => ({ kind: 'paste', html: '', text: written });
const html = (written: string): DocumentSource => ({ kind: 'paste', html: written, text: '' });

const numbering = [
  '<w:abstractNum w:abstractNumId="0">',
  ...['%1.', '%1.%2', '%1.%2.%3'].map((mark, at) => `<w:lvl w:ilvl="${at}"><w:lvlText w:val="${mark}"/></w:lvl>`),
  '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>',
  ...[0, 1].map((list) => `<w:num w:numId="${list + 1}"><w:abstractNumId w:val="${list}"/></w:num>`),
].join('');

/** A Word file of that body; `parts` are its other parts, by name. */
function docx(body: string, parts: Readonly<Record<string, string>> = {}): DocumentSource {
  const files = { document: `<w:body>${body}</w:body>`, numbering, ...parts };
  const named = Object.entries(files).map(([name, xml]) => [`word/${name}.xml`, strToU8(`<w:x>${xml}</w:x>`)] as const);
  return { kind: 'file', bytes: zipSync(Object.fromEntries(named)) };
}

const run = (written: string) => `<w:r><w:t xml:space="preserve">${written}</w:t></w:r>`;
const paragraph = (content: string) => `<w:p>${content}</w:p>`;
const item = (list: number, level: number, written: string) =>
  paragraph(`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(written)}`);
const row = (...cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

function draftOf(source: DocumentSource): DraftImport {
  const document = readDocument(source);
  if (!document.ok) throw new Error(document.refusal);
  return draftImport(document.value, { words: outlineWords('fr'), referenceYear: 2024 });
}

/** A draft in lines: the plan, then its activities with what they serve, then the problems that name a text. */
function linesOf({ plan, activities, problems }: DraftImport): string[] {
  const about = (...facts: readonly (string | null)[]) => facts.map((fact) => (fact ? ` {${fact}}` : '')).join('');
  return [
    ...plan.objectives.flatMap(({ no, title, strategies }) => [
      `${no} ${title}`,
      ...strategies.flatMap((strategy) => [
        `${strategy.no} ${strategy.title}`,
        ...strategy.actions.map(
          (action) =>
            `${action.no} ${[action.text, ...action.subItems].join(' / ')}${about(action.owner, action.due, action.status)}`,
        ),
      ]),
    ]),
    ...activities.map(({ planNo, occurrences, title, details, participants, unreadDates }) => {
      const days = occurrences.map(
        ({ start, end, note }) => `${start}${end ? `–${end}` : ''}${note ? ` (${note})` : ''}`,
      );
      const unread = unreadDates.map((date) => `?${date.text}`);
      const people = participants.map((name) => `@${name}`);
      return [`* ${planNo ?? '-'}`, ...days, ...unread, [title, ...details].join(' / '), ...people].join(' ');
    }),
    ...problems.flatMap((problem) => (problem.code === 'unplacedText' ? [`! ${problem.params.text}`] : [])),
  ];
}

const fold = (written: string): string => written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words that name columns and levels, or are of dates. */
const naming = new Set(
  fold(
    `objectif stratégique axe stratégies actions activité activités réalisées action visée date début fin responsable échéance
    statut commentaires notes budget ville titre goal initiatives what we did when who mai juin mars sept oct du au le et ii gt`,
  ).split(/\s+/),
);

/** Words that a document shows and that its draft does not have: the text that an activity was read from does not count. */
function lostWords(shown: string, { plan, activities, problems }: DraftImport): string[] {
  const kept = fold(JSON.stringify([plan, activities.map(({ source: _, ...activity }) => activity), problems]));
  const words = new Set(fold(shown).match(/\p{L}+/gu) ?? []);
  return [...words].filter((word) => !kept.includes(word) && !naming.has(word));
}

/** What a page or a part shows: no tags, no deleted text. */
const shownIn = (markup: string): string =>
  markup.replace(/<(?:w:)?del\b.*?<\/(?:w:)?del>/g, ' ').replace(/<[^>]*>|&nbsp;/g, ' ');

interface Shape {
  readonly name: string;
  readonly source: DocumentSource;
  readonly shown: string;
  readonly lines: readonly string[];
}

const shape = (name: string, source: DocumentSource, shown: string, lines: readonly string[]): Shape => ({
  name,
  source,
  shown: shownIn(shown),
  lines,
});

const texts: readonly (readonly [name: string, written: string, lines: readonly string[]])[] = [
  [
    'a row for each activity, columns in another order, persons and states of their own',
    'Date\tActivité\tResponsable\tAction visée\tObjectif\tBudget\tStatut\n' +
      '2024-05-06\tRencontre du comité\tOdile Roy\tPlanter\tVerdir\t\tTerminé\n' +
      '12 mai 2024\tCorvée\tMarc Bédard\tPlanter\tVerdir\t500 $\tTerminé\n' +
      'mi-juin\tBilan\tOdile Roy\tTailler\tVerdir\t\tReporté\n',
    [
      '1 Verdir',
      '1.1 Verdir',
      '1.1.1 Planter {Odile Roy} {Terminé}',
      '1.1.2 Tailler {Odile Roy} {Reporté}',
      '* 1.1.1 2024-05-06 Rencontre du comité',
      '* 1.1.1 2024-05-12 Corvée / Marc Bédard / 500 $',
      '* 1.1.2 ?mi-juin Bilan',
    ],
  ],
  [
    'first and last days in columns of their own, other columns unknown',
    'Objectif\tStratégie\tAction\tActivité\tDébut\tFin\tVille\tBudget\n' +
      '1. Verdir\t1.1 Agir\t1.1.1 Planter\tCorvée\t2024-05-12\t2024-05-13\tRimouski\t500 $\n' +
      '\t\t\tRencontre\t6 mai 2024\t\tLaval\t\n',
    [
      '1 Verdir',
      '1.1 Agir',
      '1.1.1 Planter',
      '* 1.1.1 2024-05-12–2024-05-13 Corvée / Rimouski / 500 $',
      '* 1.1 2024-05-06 Rencontre / Laval',
    ],
  ],
  [
    'a .csv with commas and quotes, a due date that is no day',
    'No,Action,Responsable,Échéance,Activités réalisées\n' +
      '1.1.1,Planter,Odile,2024-12-31,"6 mai 2024 : Rencontre, comité vert"\n' +
      '1.1.2,"Tenir un registre, à jour",Marc,automne 2024,"12 mai 2024 : ""Grande"" corvée"\n',
    [
      '1 Objectif à préciser',
      '1.1 Objectif à préciser',
      '1.1.1 Planter {Odile} {2024-12-31}',
      '1.1.2 Tenir un registre, à jour {Marc}',
      '* 1.1.1 2024-05-06 Rencontre, comité vert',
      '* 1.1.2 2024-05-12 "Grande" corvée / automne 2024',
    ],
  ],
  [
    'a .csv with semicolons',
    'Action;Responsable;Activités\nPlanter;Odile;6 mai 2024 : Rencontre\nTailler;Marc;12 mai 2024 : Corvée\n',
    [
      '1 Objectif à préciser',
      '1.1 Objectif à préciser',
      '1.1.1 Planter {Odile}',
      '1.1.2 Tailler {Marc}',
      '* 1.1.1 2024-05-06 Rencontre',
      '* 1.1.2 2024-05-12 Corvée',
    ],
  ],
  [
    'numbers in the text, letters under them',
    '1. Verdir\n1.1. Agir avec les écoles\n1.1.1. Planter\n   A) dans la cour\n   B) dans la rue\n' +
      '- 6 mai 2024 : Rencontre\n1.1.2. Tailler\n- 12 mai 2024 : Corvée (avec Odile Roy)\n2. Connaître\n2.1. Dire\n' +
      '2.1.1. Publier\n1) 3 juin 2024 – Lancement\n2) Le 10 juin 2024 : Balado\n',
    [
      '1 Verdir',
      '1.1 Agir avec les écoles',
      '1.1.1 Planter / dans la cour / dans la rue',
      '1.1.2 Tailler',
      '2 Connaître',
      '2.1 Dire',
      '2.1.1 Publier',
      '* 1.1.1 2024-05-06 Rencontre',
      '* 1.1.2 2024-05-12 Corvée / (avec Odile Roy) @Odile Roy',
      '* 2.1.1 2024-06-03 Lancement',
      '* 2.1.1 2024-06-10 Balado',
    ],
  ],
  [
    'Roman numerals, letters and numbers',
    'I. Verdir\nA) Agir\n1) Planter\n- 6 mai 2024 : Rencontre\n2) Tailler\nB) Aménager\n1) Mesurer\n' +
      '- 12 mai 2024 : Corvée\nII. Connaître\nA) Dire\n1) Publier\n- 3 juin 2024 : Lancement\n',
    [
      '1 Verdir',
      '1.1 Agir',
      '1.1.1 Planter',
      '1.1.2 Tailler',
      '1.2 Aménager',
      '1.2.1 Mesurer',
      '2 Connaître',
      '2.1 Dire',
      '2.1.1 Publier',
      '* 1.1.1 2024-05-06 Rencontre',
      '* 1.2.1 2024-05-12 Corvée',
      '* 2.1.1 2024-06-03 Lancement',
    ],
  ],
  [
    'numbers and bullets parted from their text by tabs, as Word pastes them',
    'OBJECTIF 1 | Verdir\n1.1\tAgir\n1.1.1\tPlanter\n•\t6 mai 2024 : Rencontre\n1.1.2\tTailler\n☐\t12 mai 2024 : Corvée\n',
    [
      '1 Verdir',
      '1.1 Agir',
      '1.1.1 Planter',
      '1.1.2 Tailler',
      '* 1.1.1 2024-05-06 Rencontre',
      '* 1.1.2 2024-05-12 Corvée',
    ],
  ],
  [
    'actions and their activities on rows of their own, one to come',
    'Stratégies / Actions\tActivités\tDate\nStratégie 1 : Agir\t\t\nAction 1.1 : Planter\t\t\n' +
      '\tRencontre\t6 mai 2024\nAction 1.2 : Tailler\t\t\n\tFormation\tà venir\n',
    [
      '1 Objectif à préciser',
      '1.1 Agir',
      '1.1.1 Planter',
      '1.1.2 Tailler',
      '* 1.1 2024-05-06 Rencontre',
      '* 1.1 Formation / à venir',
    ],
  ],
  [
    'dates at the end of paragraphs',
    'OBJECTIF 1 : Verdir\nAction 1.1.1 : Planter\nRencontre de la direction (6 mai 2024)\nCorvée – 12 mai 2024\n',
    [
      '1 Verdir',
      '1.1 Verdir',
      '1.1.1 Planter',
      '* 1.1.1 2024-05-06 Rencontre de la direction',
      '* 1.1.1 2024-05-12 Corvée',
    ],
  ],
  [
    'English with slips, the goal among the headers',
    'Goal 1: Grow\tInitiatives\tWhat we did\tWhen\tWho\nReach students\tCampus events\tCareer fair\tSept. 8-9, 2024\tJane Roe\n' +
      '\t\tPanel\tOct. 3, 2024, 6 pm\tJohn Poe\n\tMentoring\tPairs\tOctber 5, 2024\tJane Roe\n',
    [
      '1 Grow',
      '1.1 Reach students',
      '1.1.1 Campus events {Jane Roe}',
      '1.1.2 Mentoring {Jane Roe}',
      '* 1.1.1 2024-09-08–2024-09-09 Career fair',
      '* 1.1 2024-10-03 (6 pm) Panel / John Poe',
      '* 1.1.2 ?Octber 5, 2024 Pairs',
    ],
  ],
  [
    'a forwarded message',
    'De : Odile Roy\nEnvoyé : lundi 6 mai 2024\n\nBonjour,\n\nOBJECTIF 1 : Verdir\nAction 1.1.1 : Planter\n' +
      '- 6 mai 2024, 9 h 30 : Rencontre\n\nMerci,\nMarc\n',
    [
      '1 Verdir',
      '1.1 Verdir',
      '1.1.1 Planter',
      '* 1.1.1 2024-05-06 (9 h 30) Rencontre',
      ...['De : Odile Roy', 'Envoyé : lundi 6 mai 2024', 'Bonjour,', 'Merci,', 'Marc'].map((line) => `! ${line}`),
    ],
  ],
  [
    'letters for the actions of an objective',
    'Objectif 1 : Verdir\na) Planter\n   - 6 mai 2024 : Rencontre\nb) Tailler\n   - 12 mai 2024 : Corvée\n(c) Arroser\n',
    [
      '1 Verdir',
      '1.1 Verdir',
      '1.1.1 Planter',
      '1.1.2 Tailler',
      '1.1.3 Arroser',
      '* 1.1.1 2024-05-06 Rencontre',
      '* 1.1.2 2024-05-12 Corvée',
    ],
  ],
  [
    'ranges with hours, days in digits, dates called off, a week, dates that are none',
    'Actions\tDates\tActivité\n' +
      'Planter\t3 juin (9 h) au 5 juin 2024 (midi)\tColloque\n' +
      '\t25/05 au 02/06/2024\tTournée\n' +
      'Tailler\t10 juin 2024 (annulé)\tFête\n' +
      '\t2024-W23\tSemaine verte\n' +
      '\tde mars au 15 avril 2024\tSuivi\n' +
      '\t45444\tBilan\n' +
      '\tidem\tVeille\n',
    [
      '1 Objectif à préciser',
      '1.1 Objectif à préciser',
      '1.1.1 Planter',
      '1.1.2 Tailler',
      '* 1.1.1 2024-06-03–2024-06-05 (9 h – midi) Colloque',
      '* 1.1 2024-05-25–2024-06-02 Tournée',
      '* 1.1.2 2024-06-10 (annulé) Fête',
      '* 1.1 2024-06-03–2024-06-09 Semaine verte',
      '* 1.1 ?mars au 15 avril 2024 Suivi',
      '* 1.1 Bilan / 45444',
      '* 1.1 Veille / idem',
    ],
  ],
  [
    'a row of data that looks like a header',
    'Stratégies\tActions\tActivités\nAgir\tPlanter\t6 mai 2024 Rencontre\nStratégie jeunesse\tActions de visibilité\tRencontre du maire\n',
    [
      '1 Objectif à préciser',
      '1.1 Agir',
      '1.1.1 Planter',
      '* 1.1.1 2024-05-06 Rencontre',
      ...['Stratégie jeunesse', 'Actions de visibilité', 'Rencontre du maire'].map((line) => `! ${line}`),
    ],
  ],
];

const googleDocs =
  '<b style="font-weight:normal" id="docs-internal-guid-1"><h2>Objectif 1 : Verdir</h2><ol><li aria-level="1"><p>Planter</p></li>' +
  '<ul><li aria-level="2"><p>6 mai 2024 : Rencontre</p></li></ul><li aria-level="1"><p>Tailler</p></li>' +
  '<ul><li aria-level="2"><p>12 mai 2024 : Corvée</p></li></ul></ol></b>';
const outlook =
  '<p class=MsoNormal>Voici le suivi&nbsp;:</p><table><tr><td><b>Actions</b></td><td><b>Activités</b></td></tr><tr><td>' +
  "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.&nbsp;</span><![endif]>Planter</p></td>" +
  '<td><p>6 mai <ins>2024</ins><del>2023</del> <b>Rencontre</b><a href="#_ftn1">[1]</a></p><p>Voir <a href="https://exemple.org">le compte rendu</a></p></td></tr></table>' +
  '<p>[1] Présence partielle.</p>';
const merged =
  '<table><tr><td colspan=4>OBJECTIF 1 : Verdir</td></tr><tr><td>Stratégies</td><td>Actions</td><td>Activités</td><td>Notes</td></tr>' +
  '<tr><td rowspan=2>1.1 Agir</td><td rowspan=2>Planter</td><td><table><tr><td>6 mai 2024</td><td>Rencontre</td></tr></table></td><td>Budget révisé</td></tr>' +
  '<tr><td>12 mai 2024<br><b>Corvée</b></td><td></td></tr><tr><td colspan=4>OBJECTIF 2 : Connaître</td></tr>' +
  '<tr><td>2.1 Dire</td><td>Publier</td><td colspan=2>Aucune activité</td></tr></table>';

const captioned =
  '<table><caption>Suivi des écoles</caption><thead><tr><th>Stratégies<th>Actions<th>Activités</thead><tbody>' +
  '<tr><th scope=row rowspan=2>Agir<td>Planter<td>6 mai 2024<br>Rencontre<tr><td>Tailler<td>12 mai 2024<br>Corvée</table>';

const listBody = [
  item(1, 0, 'Verdir'),
  item(1, 1, 'Agir'),
  item(1, 2, 'Planter'),
  item(2, 0, '6 mai 2024 : Rencontre'),
  item(1, 2, 'Tailler'),
  item(2, 0, '12 mai 2024 : Corvée'),
  item(1, 0, 'Connaître'),
].join('');
const textBox = `<w:txbxContent>${paragraph(run('Encadré révisé'))}</w:txbxContent>`;
const notedBody = [
  paragraph(run('OBJECTIF 1 : Verdir')),
  table(
    row(paragraph(run('Actions')), paragraph(run('Activités'))),
    row(
      paragraph(run('&gt; Planter')),
      paragraph(
        `${run('6 mai ')}<w:del><w:r><w:delText>2023</w:delText></w:r></w:del><w:ins>${run('2024')}</w:ins>${run(' Rencontre')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ) + paragraph(`<w:hyperlink>${run('Compte rendu')}</w:hyperlink>`),
    ),
  ),
  `<w:p><w:r><mc:AlternateContent><mc:Choice>${textBox}</mc:Choice><mc:Fallback><w:pict>${textBox}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  paragraph(`<w:r><w:pict><w:txbxContent>${paragraph(run('Ancienne boîte'))}</w:txbxContent></w:pict></w:r>`),
].join('');
const notes = {
  footnotes: `<w:footnote w:id="2">${paragraph(run('Présence partielle.'))}</w:footnote>`,
  comments: `<w:comment w:id="0" w:initials="OR">${paragraph(run('À valider'))}</w:comment>`,
};

const shapes: readonly Shape[] = [
  ...texts.map(([name, written, lines]) => shape(name, text(written), written, lines)),
  shape('a list in a list of Google Docs', html(googleDocs), googleDocs, [
    '1 Verdir',
    '1.1 Planter',
    '1.2 Tailler',
    '* 1.1 2024-05-06 Rencontre',
    '* 1.2 2024-05-12 Corvée',
  ]),
  shape('a message of Outlook, with a tracked change, a link and a footnote', html(outlook), outlook, [
    '1 Objectif à préciser',
    '1.1 Objectif à préciser',
    '1.1.1 Planter',
    '* 1.1.1 2024-05-06 Rencontre[1] / Voir le compte rendu',
    '! Voici le suivi\u00a0:',
    '! [1] Présence partielle.',
  ]),
  shape('cells merged across and down, a table in a cell', html(merged), merged, [
    '1 Verdir',
    '1.1 Agir',
    '1.1.1 Planter',
    '2 Connaître',
    '2.1 Dire',
    '2.1.1 Publier',
    '* 1.1.1 2024-05-06 Rencontre / Budget révisé',
    '* 1.1.1 2024-05-12 Corvée',
    '! Aucune activité',
  ]),
  shape('a table with a caption, headers for rows and no closing tags', html(captioned), captioned, [
    '1 Suivi des écoles',
    '1.1 Agir',
    '1.1.1 Planter',
    '1.1.2 Tailler',
    '* 1.1.1 2024-05-06 Rencontre',
    '* 1.1.2 2024-05-12 Corvée',
  ]),
  shape('a plan that Word numbers', docx(listBody), listBody, [
    '1 Verdir',
    '1.1 Agir',
    '1.1.1 Planter',
    '1.1.2 Tailler',
    '2 Connaître',
    '* 1.1.1 2024-05-06 Rencontre',
    '* 1.1.2 2024-05-12 Corvée',
  ]),
  shape(
    'a Word file with tracked changes, text boxes, a footnote and a comment',
    docx(notedBody, notes),
    [notedBody, notes.footnotes, notes.comments].join(' '),
    [
      '1 Verdir',
      '1.1 Verdir',
      '1.1.1 Planter',
      '* 1.1.1 2024-05-06 Rencontre[2] / Compte rendu',
      ...['Encadré révisé', 'Ancienne boîte', '[2] Présence partielle.', '[OR0] À valider'].map((line) => `! ${line}`),
    ],
  ),
];

describe.each(shapes)('$name', ({ source, shown, lines }) => {
  const draft = draftOf(source);

  test('is read as it is meant', () => {
    expect(linesOf(draft)).toEqual(lines);
  });

  test('comes in whole', () => {
    expect(lostWords(shown, draft)).toEqual([]);
  });
});
