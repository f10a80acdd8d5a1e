import { compareDays, type Day, parseIso } from './day';
import type { Action, Activity, Objective, Occurrence, Plan, Settings, Strategy } from './model';

/** A plan kept as a file of its own (`examples/`): what a tracking workbook is made from. */
export interface PlanDocument {
  readonly plan: Plan;
  readonly activities: readonly Activity[];
  readonly settings: Settings;
}

/** A document, or the paths of what is not as it should be (`plan.objectives[2].no`). */
export type PlanDocumentRead =
  { readonly ok: true; readonly document: PlanDocument } | { readonly ok: false; readonly faults: readonly string[] };

/** Checks parsed JSON piece by piece; days must exist in the calendar. Properties it does not know are left out. */
export function readPlanDocument(json: unknown): PlanDocumentRead {
  const faults: string[] = [];
  const root = new JsonNode(json, '', faults);
  const settings = root.at('settings');
  const lastCommittee = settings.at('lastCommittee').optionalDay();
  const dates = settings.at('committeeDates');
  const document: PlanDocument = {
    plan: planOf(root.at('plan')),
    activities: root.at('activities').list(activityOf),
    settings: {
      language: settings.at('language').text(),
      lastCommittee,
      committeeDates: dates.missing()
        ? lastCommittee === null
          ? []
          : [lastCommittee]
        : dates.list((node) => node.day()).sort(compareDays),
    },
  };
  return faults.length === 0 ? { ok: true, document } : { ok: false, faults };
}

function planOf(node: JsonNode): Plan {
  return {
    organisation: node.at('organisation').text(),
    title: node.at('title').text(),
    strategyPeriod: node.at('strategyPeriod').text(),
    actionPeriod: node.at('actionPeriod').text(),
    objectives: node.at('objectives').list(objectiveOf),
  };
}

function objectiveOf(node: JsonNode): Objective {
  return {
    no: node.at('no').text(),
    title: node.at('title').text(),
    kind: node.at('kind').oneOf('strategic', 'recurring'),
    strategies: node.at('strategies').list(strategyOf),
  };
}

function strategyOf(node: JsonNode): Strategy {
  return { no: node.at('no').text(), title: node.at('title').text(), actions: node.at('actions').list(actionOf) };
}

function actionOf(node: JsonNode): Action {
  return {
    no: node.at('no').text(),
    text: node.at('text').text(),
    subItems: node.at('subItems').list(textOf),
    owner: node.at('owner').text(),
    due: node.at('due').optionalDay(),
    status: node.at('status').text(),
  };
}

function activityOf(node: JsonNode): Activity {
  return {
    id: node.at('id').text(),
    planNo: node.at('planNo').missing() ? null : node.at('planNo').text(),
    occurrences: node.at('occurrences').list(occurrenceOf),
    title: node.at('title').text(),
    details: node.at('details').list(textOf),
    participants: node.at('participants').list(textOf),
    kind: node.at('kind').text(),
    link: node.at('link').text(),
  };
}

function occurrenceOf(node: JsonNode): Occurrence {
  const [end, note] = [node.at('end'), node.at('note')];
  return {
    start: node.at('start').day(),
    ...(end.missing() ? {} : { end: end.day() }),
    ...(note.missing() ? {} : { note: note.text() }),
  };
}

function textOf(node: JsonNode): string {
  return node.text();
}

const noDay = parseIso('1900-01-01')!;

/** A piece of the JSON with its path. What is not as asked is noted as a fault, and a blank value stands for it. */
class JsonNode {
  constructor(
    private readonly value: unknown,
    private readonly path: string,
    private readonly faults: string[],
  ) {}

  at(key: string): JsonNode {
    const inside: unknown =
      typeof this.value === 'object' && this.value !== null ? Reflect.get(this.value, key) : undefined;
    return new JsonNode(inside, this.path === '' ? key : `${this.path}.${key}`, this.faults);
  }

  missing(): boolean {
    return this.value === undefined || this.value === null;
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fault('');
  }

  day(): Day {
    return (typeof this.value === 'string' ? parseIso(this.value) : null) ?? this.fault(noDay);
  }

  optionalDay(): Day | null {
    return this.missing() ? null : this.day();
  }

  oneOf<Choice extends string>(...choices: readonly [Choice, ...Choice[]]): Choice {
    return choices.find((choice) => choice === this.value) ?? this.fault(choices[0]);
  }

  list<Item>(itemOf: (node: JsonNode) => Item): Item[] {
    if (!Array.isArray(this.value)) return this.fault([]);
    return this.value.map((item: unknown, index) => itemOf(new JsonNode(item, `${this.path}[${index}]`, this.faults)));
  }

  private fault<Blank>(blank: Blank): Blank {
    this.faults.push(this.path);
    return blank;
  }
}
