import { languageChoice } from './language';

it('keeps the language chosen for every page of the add-in, until it follows Excel’s again', () => {
  const texts = new Map<string, string>();
  const store = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
  expect(languageChoice(store).load()).toBeNull();
  languageChoice(store).save('en');
  expect(languageChoice(store).load()).toBe('en');
  languageChoice(store).save(null);
  expect([...texts]).toEqual([]);
  store.setItem('suivi.language', 'de');
  expect(languageChoice(store).load()).toBeNull();
  expect(languageChoice(null).load()).toBeNull();
});
