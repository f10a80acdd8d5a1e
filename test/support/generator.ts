import { addDays, day, type Action, type Activity, type Objective, type Occurrence, type Plan } from '../../src/plan';

/** What to generate: the same seed always gives the same data. */
export interface Sizes {
  readonly actions: number;
  readonly activities: number;
  readonly seed?: number;
}

const verbs = ['Élaborer', 'Déployer', 'Évaluer', 'Mettre à jour', 'Négocier', 'Préparer', 'Présenter', 'Réviser'];
const things = [
  'le programme de formation continue',
  'l’entente avec les établissements d’enseignement',
  'la politique d’inspection professionnelle',
  'le cadre d’accueil des personnes diplômées à l’étranger',
  'les outils destinés aux employeurs',
  'la campagne sur le rôle de la profession',
  'le tableau de bord de la gouvernance',
  'la consultation des membres en région',
];
const people = ['Élise Arbour', 'Noé Bélanger-Roy', 'Maïa Côté', 'Jérôme Fiset', 'Anaïs Lachance', 'Zoé Ouellet'];
const kinds = ['Rencontre', 'Formation', 'Entrevue', 'Comité', ''];
const firstDay = day(2016, 1, 4)!;

/** A plan with its activities, of realistic shapes: long French texts, several dates, ranges, notes, a tenth of the actions silent. */
export function generate({ actions, activities, seed = 1 }: Sizes): { plan: Plan; activities: Activity[] } {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentence = (words: number) =>
    Array.from({ length: words }, () => `${pick(verbs).toLowerCase()} ${pick(things)}`).join(', ');

  const perStrategy = 8;
  const perObjective = 4;
  const strategies = Math.ceil(actions / perStrategy);
  const nos: string[] = [];
  const objectives: Objective[] = Array.from({ length: Math.ceil(strategies / perObjective) }, (_, o) => ({
    no: `${o + 1}`,
    title: `${pick(verbs)} ${pick(things)} au service du public`,
    kind: 'strategic',
    strategies: Array.from({ length: Math.min(perObjective, strategies - o * perObjective) }, (_, s) => ({
      no: `${o + 1}.${s + 1}`,
      title: `${pick(verbs)} ${pick(things)} et ${pick(things)}`,
      actions: Array.from(
        { length: Math.min(perStrategy, actions - (o * perObjective + s) * perStrategy) },
        (_, a): Action => {
          const no = `${o + 1}.${s + 1}.${a + 1}`;
          nos.push(no);
          return {
            no,
            text: `${pick(verbs)} ${pick(things)} (${sentence(1)})`,
            subItems: random() < 0.4 ? [sentence(2), sentence(1)] : [],
            owner: pick(people),
            due: addDays(firstDay, Math.floor(random() * 3650)),
            status: pick(['En cours', 'Terminé', '']),
          };
        },
      ),
    })),
  }));

  const active = nos.filter((_, index) => index % 10 !== 9);
  const dated = (): Occurrence => {
    const start = addDays(firstDay, Math.floor(random() * 3650))!;
    const end = random() < 0.1 ? addDays(start, 1 + Math.floor(random() * 4)) : null;
    return {
      start,
      ...(end && { end }),
      ...(random() < 0.05 && { note: `rencontre ${1 + Math.floor(random() * 6)}/6` }),
    };
  };
  return {
    plan: {
      organisation: 'Ordre des relieurs du Québec',
      title: 'Plan stratégique',
      strategyPeriod: '2016-2026',
      actionPeriod: '2025-2026',
      objectives,
    },
    activities: Array.from({ length: activities }, (_, index): Activity => ({
      id: `g${index.toString(36).padStart(7, '0')}`,
      planNo: pick(active),
      occurrences: Array.from({ length: random() < 0.3 ? 2 + Math.floor(random() * 2) : 1 }, dated),
      title: `${random() < 0.05 ? '- ' : ''}${pick(kinds) || 'Suivi'} : ${pick(things)}`,
      details: random() < 0.5 ? [sentence(1), sentence(2)] : [],
      participants: random() < 0.4 ? [pick(people), pick(people)] : [],
      kind: pick(kinds),
      link: random() < 0.1 ? `https://exemple.org/piece/${index}` : '',
    })),
  };
}

/** Numbers in [0, 1) from a seed: a linear congruential generator, plenty for made-up data. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
