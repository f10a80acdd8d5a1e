import type { Aggregation } from './definition';
import type { PivotWords } from './types';

const aggregations: Record<'fr' | 'en', Record<Aggregation, string>> = {
  fr: {
    Sum: 'Somme de',
    Count: 'Nombre de',
    Average: 'Moyenne de',
    Max: 'Max. de',
    Min: 'Min. de',
    CountNumbers: 'Nb de',
    Product: 'Produit de',
  },
  en: {
    Sum: 'Sum of',
    Count: 'Count of',
    Average: 'Average of',
    Max: 'Max of',
    Min: 'Min of',
    CountNumbers: 'Count of',
    Product: 'Product of',
  },
};

const french: Omit<PivotWords, 'locale'> = {
  grandTotal: 'Total général',
  rowLabels: 'Étiquettes de lignes',
  columnLabels: 'Étiquettes de colonnes',
  values: 'Valeurs',
  blank: '(vide)',
  all: '(Tous)',
  multipleItems: '(Plusieurs éléments)',
  true: 'VRAI',
  false: 'FAUX',
  subtotal: (item) => `Total ${item}`,
  dataTotal: (data, item) => (item === null ? `Total ${data}` : `${data} ${item}`),
  dataName: (summarizeBy, field) => `${aggregations.fr[summarizeBy]} ${field}`,
};

const english: Omit<PivotWords, 'locale'> = {
  grandTotal: 'Grand Total',
  rowLabels: 'Row Labels',
  columnLabels: 'Column Labels',
  values: 'Values',
  blank: '(blank)',
  all: '(All)',
  multipleItems: '(Multiple Items)',
  true: 'TRUE',
  false: 'FALSE',
  subtotal: (item) => `${item} Total`,
  dataTotal: (data, item) => (item === null ? `Total ${data}` : `${item} ${data}`),
  dataName: (summarizeBy, field) => `${aggregations.en[summarizeBy]} ${field}`,
};

/** The words of an Excel whose interface is in `locale` (`fr-CA`, `en-US`…); English for a language we have not. */
export function pivotWords(locale: string): PivotWords {
  return { locale, ...(locale.toLowerCase().startsWith('fr') ? french : english) };
}
