/**
 * The pictures of the README. Like all that is seen of the product, they show the example plan; what they show has
 * happened: an activity was added, the sheets were built.
 */
/** Bytes: the README is read over slow lines too. */
const mostBytes = 200_000;

export async function takeReadmePictures(camera) {
  const { page, pane } = await camera.open({ language: 'fr', width: 1440, height: 900 });
  await fillIn(pane);
  await camera.window('workbench', page, mostBytes);

  await page.keyboard.press('Control+Enter');
  await pane.getByText('Enregistré et vérifié').waitFor();
  await pane.getByRole('tab', { name: 'Rapport' }).click();
  await pane.getByRole('button', { name: 'Rapport et couverture' }).click();
  await pane.getByText('La couverture est prête.').waitFor();
  // The next two pictures are of the sheets: the pane gives them its place.
  await page.getByRole('button', { name: 'Fermer le volet' }).click();
  for (const [sheet, name, viewport] of [
    ['Rapport', 'report', { width: 1180, height: 900 }],
    ['Couverture', 'coverage', { width: 1380, height: 1050 }],
  ]) {
    await page.setViewportSize(viewport);
    await page.getByRole('tablist', { name: 'Feuilles' }).getByRole('tab', { name: sheet }).click();
    await camera.window(name, page, mostBytes);
  }
  await page.close();
}

/** The pane as it stands a moment before the activity is added. */
async function fillIn(pane) {
  await pane.getByRole('combobox', { name: /Action du plan/ }).fill('notaires');
  await pane
    .getByRole('option', { name: /^1\.3\.1/ })
    .first()
    .click();
  await pane.getByRole('textbox', { name: /^Titre/ }).fill('Rencontre avec la Chambre des notaires');
  await pane.getByRole('textbox', { name: /^Précisions/ }).fill('Relecture de la deuxième version du guide');
  // Last, so that the dates read stand under the field that has the focus.
  await pane.getByRole('textbox', { name: /^Dates/ }).fill('2 juin et 8 septembre 2026');
}
