/** Why a file cannot be opened as a workbook: what happened, what was kept, what to do. */
export const files = {
  notZip: 'Ce fichier n’est pas un classeur .xlsx. Rien n’a été changé. Choisissez un fichier enregistré par Excel.',
  damaged:
    'Ce classeur est abîmé\u00a0: une partie ne se lit pas. Rien n’a été changé. Ouvrez-le dans Excel, qui peut le réparer, puis enregistrez-le.',
  encrypted:
    'Ce classeur est protégé par un mot de passe à l’ouverture. Rien n’a été changé. Retirez le mot de passe dans Excel, puis recommencez.',
  xls: 'Ce classeur est au format .xls. Rien n’a été changé. Enregistrez-le en .xlsx dans Excel, puis recommencez.',
  xlsb: 'Ce classeur est au format .xlsb. Rien n’a été changé. Enregistrez-le en .xlsx dans Excel, puis recommencez.',
  tooLarge:
    'Ce fichier se déplierait au-delà de ce qui est permis. Il n’a pas été ouvert. Vérifiez d’où il vient, ou enregistrez-le de nouveau dans Excel.',
  unsafeName:
    'Une partie de ce fichier porte un nom qui sort du classeur. Il n’a pas été ouvert. Vérifiez d’où il vient.',
  missingPart:
    'Une partie indispensable de ce classeur manque. Rien n’a été changé. Ouvrez-le dans Excel, qui peut le réparer, puis enregistrez-le.',
  badXml:
    'Une partie de ce classeur est mal formée. Rien n’a été changé. Ouvrez-le dans Excel, qui peut le réparer, puis enregistrez-le.',
  notWorkbook: 'Ce fichier n’est pas un classeur Excel. Rien n’a été changé. Choisissez un fichier .xlsx.',
};
