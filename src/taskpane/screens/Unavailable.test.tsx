/** @jest-environment jsdom */
import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import { Unavailable } from './Unavailable';

test.each([
  ['officeMissing', 'fr', 'Suivi ne peut pas joindre Excel', /office\.js/],
  ['notExcel', 'fr', 'Suivi s’ouvre dans Excel', /Ouvrez un classeur/],
  ['tooOld', 'fr', 'Cette version d’Excel est trop ancienne', /ExcelApi 1\.13.*Rien n’a été modifié/],
  ['tooOld', 'en', 'This version of Excel is too old', /ExcelApi 1\.13.*Nothing was changed/],
  ['crashed', 'fr', 'Le volet s’est arrêté', /Ce que vous aviez saisi est gardé/],
] as const)('%s (%s): says what is the matter and what to do', (reason, language, title, text) => {
  render(<Unavailable reason={reason} language={language} detail="Excel 16.0.10396, PC" />);
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
  expect(screen.getByText(text)).toBeInTheDocument();
  expect(screen.getByText('Excel 16.0.10396, PC')).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: language === 'fr' ? 'Recharger le volet' : 'Reload the pane' }),
  ).toBeEnabled();
});
