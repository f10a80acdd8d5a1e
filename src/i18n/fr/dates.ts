import type { DateDoubt, DateProblemCode } from '../../dates';

type ProblemWords = Readonly<Record<DateProblemCode, (p: { text: string }) => string>>;
type DoubtWords = Readonly<Record<DateDoubt, string>>;

/** The words about dates as they were read: `text` is the piece of the source, as written. */
export const dates = {
  problems: {
    impossibleDay: (p) =>
      `«\u00a0${p.text}\u00a0» n’existe pas au calendrier. Aucune date n’en a été tirée. Corrigez le jour, le mois ou l’année.`,
    endBeforeStart: (p) =>
      `Dans «\u00a0${p.text}\u00a0», la fin vient avant le début. Aucune date n’en a été tirée. Corrigez l’une des deux.`,
    misspeltMonth: (p) =>
      `Le mois de «\u00a0${p.text}\u00a0» n’est pas reconnu. Aucune date n’en a été tirée. Écrivez-le en toutes lettres.`,
    unclearYear: (p) =>
      `L’année de «\u00a0${p.text}\u00a0» n’est pas claire. Aucune date n’en a été tirée. Écrivez une seule année, avec quatre chiffres.`,
    unclearNumbers: (p) =>
      `«\u00a0${p.text}\u00a0» peut se lire de plusieurs façons. Aucune date n’en a été tirée. Écrivez le mois en lettres\u00a0: 4\u00a0octobre\u00a02025.`,
    missingDay: (p) =>
      `Le jour de «\u00a0${p.text}\u00a0» manque ou ne se lit pas. Aucune date n’en a été tirée. Inscrivez le jour.`,
    relativeDate: (p) =>
      `«\u00a0${p.text}\u00a0» dépend du jour où on le lit. Aucune date n’en a été tirée. Inscrivez le jour, le mois et l’année.`,
    undecided: (p) =>
      `«\u00a0${p.text}\u00a0» laisse le choix entre des dates. Aucune n’en a été tirée. Inscrivez celle qui est retenue.`,
    notADay: (p) =>
      `«\u00a0${p.text}\u00a0» n’est pas un jour précis. Aucune date n’en a été tirée. Inscrivez un jour, ou une plage de jours.`,
  } satisfies ProblemWords,
  doubts: {
    inferredYear: 'Année déduite\u00a0: elle n’est pas écrite.',
    yearBefore: 'Année déduite\u00a0: les mois vont à rebours, donc l’année d’avant.',
    wrongWeekday: 'Le jour de la semaine écrit n’est pas celui de cette date.',
    dayMonthOrder: 'Le jour et le mois peuvent être inversés.',
    farYear: 'Cette année est loin de celles du plan.',
    calendarQuarter: 'Trimestre de l’année civile\u00a0: le vôtre peut commencer un autre mois.',
    notMonday: 'Cette semaine ne commence pas un lundi.',
    calledOff: 'Le texte dit cette date annulée ou reportée.',
  } satisfies DoubtWords,
  nothingRead: 'Aucune date n’a été reconnue.',
  unread: (p: { text: string }) => `«\u00a0${p.text}\u00a0» n’a pas été lu comme une date.`,
};
