import { dates } from './dates';

/** The words about a document that is brought in: what happened, what was kept, what to do. */
export const importing = {
  problems: {
    notAPlan: () => 'Aucun plan ni aucune activité trouvés dans ce document. Rien n’a été créé.',
    unreadableDate: (p: { text: string; title: string; reason: keyof typeof dates.problems }) =>
      `${dates.problems[p.reason]({ text: p.text })} L’activité «\u00a0${p.title}\u00a0» est gardée.`,
    doubtfulDate: (p: { text: string; title: string; doubt: keyof typeof dates.doubts }) =>
      `«\u00a0${p.text}\u00a0» (${p.title})\u00a0: ${dates.doubts[p.doubt]} La date est gardée. Confirmez-la.`,
    inferredYear: (p: { text: string; title: string; year: number }) =>
      `«\u00a0${p.text}\u00a0» (${p.title})\u00a0: l’année n’est pas écrite\u00a0; ${p.year} vient des dates voisines. Confirmez-la.`,
    missingDate: (p: { title: string }) =>
      `L’activité «\u00a0${p.title}\u00a0» n’a pas de date. Elle est gardée. Inscrivez sa date.`,
    missingTitle: (p: { text: string }) =>
      `«\u00a0${p.text}\u00a0» n’a pas de titre. L’activité est gardée. Inscrivez son titre.`,
    rowAction: (p: { title: string; no: string }) =>
      `«\u00a0${p.title}\u00a0» est sur la ligne de l’action ${p.no}, peut-être par hasard. Confirmez l’action.`,
    severalActions: (p: { title: string; no: string; candidates: string }) =>
      `«\u00a0${p.title}\u00a0» est à côté de plusieurs actions (${p.candidates}). Elle est classée sous ${p.no}. Choisissez l’action.`,
    noAction: (p: { title: string; no: string; suggested: string }) =>
      `«\u00a0${p.title}\u00a0» n’a pas d’action sur sa ligne. Elle est classée sous ${p.no}. L’action au-dessus est ${p.suggested}\u00a0: choisissez.`,
    noPlanItem: (p: { title: string }) =>
      `«\u00a0${p.title}\u00a0» ne se rattache à rien dans ce document. Elle est gardée sans numéro. Choisissez ce qu’elle sert.`,
    missingObjective: (p: { no: string }) =>
      `Le document ne nomme pas d’objectif au-dessus de ces stratégies. L’objectif ${p.no} a été créé pour elles. Corrigez son titre.`,
    missingStrategy: (p: { no: string }) =>
      `Le document ne nomme pas de stratégie au-dessus de ces actions. La stratégie ${p.no} porte le titre de l’objectif. Corrigez-le au besoin.`,
    takenNo: (p: { written: string; no: string }) =>
      `Le numéro ${p.written} est écrit deux fois. Le second élément porte le numéro ${p.no}. Corrigez-le au besoin.`,
    similarTitles: (p: { title: string; other: string }) =>
      `Deux activités ont le même titre\u00a0: «\u00a0${p.title}\u00a0». Les deux sont gardées.`,
    unplacedText: (p: { text: string }) =>
      `Ce texte n’est ni du plan ni d’une activité\u00a0: «\u00a0${p.text}\u00a0». Il n’est pas importé.`,
  },
  refusals: {
    empty: 'Ce document ne contient aucun texte. Rien n’a été lu.',
    imageOnly:
      'Ce document n’est qu’une image\u00a0: il n’y a pas de texte à lire. Copiez le texte du document d’origine, puis recommencez.',
    tooLarge: 'Ce document est trop grand pour être lu. Rien n’a été lu. Apportez-le par parties.',
    tooDeep:
      'Ce document a trop de tableaux les uns dans les autres. Rien n’a été lu. Copiez seulement le tableau du plan.',
    encrypted:
      'Ce fichier est protégé par un mot de passe. Rien n’a été lu. Retirez le mot de passe, puis recommencez.',
    legacyWord: 'Ce fichier est au format .doc. Rien n’a été lu. Enregistrez-le en .docx dans Word, puis recommencez.',
    legacyExcel:
      'Ce fichier est au format .xls. Rien n’a été lu. Enregistrez-le en .xlsx dans Excel, puis recommencez.',
    pdf: 'Ce fichier est un PDF. Rien n’a été lu. Ouvrez-le dans Word ou copiez son texte, puis recommencez.',
    rtf: 'Ce fichier est au format .rtf. Rien n’a été lu. Enregistrez-le en .docx dans Word, puis recommencez.',
    openDocument:
      'Ce fichier est au format OpenDocument. Rien n’a été lu. Enregistrez-le en .docx ou en .xlsx, puis recommencez.',
    damaged:
      'Ce fichier est abîmé\u00a0: il ne se lit pas. Ouvrez-le dans Word ou Excel, qui peut le réparer, puis enregistrez-le.',
    unpacksTooLarge:
      'Ce fichier se déplierait au-delà de ce qui est permis. Il n’a pas été ouvert. Vérifiez d’où il vient.',
    unknownFormat:
      'Ce fichier n’est ni un texte, ni une page, ni un document Word ou Excel. Rien n’a été lu. Choisissez un autre fichier.',
  },
  outline: {
    untitledObjective: 'Objectif à préciser',
  },
  summary: (p: { added: number; changed: number; missing: number }) =>
    `Activités à ajouter\u00a0: ${p.added}\u00a0; différentes\u00a0: ${p.changed}\u00a0; absentes du document\u00a0: ${p.missing}.`,
  keptActivity: (p: { title: string }) =>
    `«\u00a0${p.title}\u00a0» n’est pas pareille dans le classeur et dans le document. Celle du classeur est gardée.`,
  keptItem: (p: { no: string; text: string }) =>
    `${p.no}\u00a0: le document écrit «\u00a0${p.text}\u00a0». Le texte du classeur est gardé.`,
};
