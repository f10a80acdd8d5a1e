import { XlsxError } from '../errors';
import { withoutMainPrefix } from './namespaces';
import { codeOf } from '../test-files';
import { parseXml, xml, xmlString, xmlText } from './xml';
import type { XmlElement } from './xml';

const root = (source: string): XmlElement => parseXml(source, 'part').root;

describe('parsing and writing', () => {
  test.each([
    ['attributes in their order', '<a z="1" b="2" a="3"/>'],
    ['entities as written', '<a b="&lt;&#10;&quot;">&amp;&#x41;&unknown;</a>'],
    ['comments, instructions and CDATA', '<a><!-- x > y --><?pi x?><![CDATA[<b>&]]></a>'],
    ['white space', '<a>\n  <b/> <c> </c>\n</a>'],
    ['a bracket in a value', '<a b="x > y"/>'],
    [
      'alternative content',
      '<a><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x14"/></mc:AlternateContent></a>',
    ],
  ])('keeps %s', (_, source) => {
    expect(xmlString(root(source))).toBe(source);
  });

  test('single quotes become double ones', () => {
    expect(xmlString(root(`<a b='x "y"'/>`))).toBe('<a b="x &quot;y&quot;"/>');
  });

  test('reads text through entities, CDATA and line ends', () => {
    expect(root('<a>1 &lt; 2\r\n<b>x</b><![CDATA[&]]>&#13;</a>').text()).toBe('1 < 2\nx&\r');
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ['a document type below the root', '<a><!DOCTYPE b></a>'],
    ['an element that is not closed', '<a><b></a>'],
    ['a missing end', '<a><b/>'],
    ['a tag that never ends', '<a b="1"'],
    ['a value that never ends', '<a b="1/>'],
    ['an attribute without a value', '<a b/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['two roots', '<a/><b/>'],
    ['no root', '<?xml version="1.0"?>'],
    ['text outside the root', '<a/>x'],
    ['bottomless nesting', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ])('refuses %s', (_, source) => {
    expect(() => root(source)).toThrow(XlsxError);
    expect(codeOf(() => root(source))).toBe('badXml');
  });

  test('reads many elements', () => {
    expect(root(`<a>${'<b c="d">e</b>'.repeat(200_000)}</a>`).children).toHaveLength(200_000);
  });
});

describe('changing', () => {
  test('sets in place, adds at the end, removes', () => {
    const element = root('<a b="1" c="2"/>').set('b', 'x"<').set('d', true).set('c', undefined);
    expect(xmlString(element)).toBe('<a b="x&quot;&lt;" d="1"/>');
  });

  test('escapes what it is given', () => {
    expect(xmlString(xml('a', { b: 'é\n', c: undefined, d: false }, [xmlText('t', 'x<y\r\u0001'), null]))).toBe(
      '<a b="é&#10;" d="0"><t>x&lt;y&#13;\ufffd</t></a>',
    );
  });

  test('a clone shares nothing', () => {
    const element = root('<a><b c="1"/></a>');
    element.clone().child('b')!.set('c', 2);
    expect(xmlString(element)).toBe('<a><b c="1"/></a>');
  });
});

test('the prefix of the main namespace goes, others stay', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const source = `<x:sst xmlns:x="${main}"><x:si/><y:z xmlns:y="n"/><e xmlns="o"><x:f/></e></x:sst>`;
  expect(xmlString(withoutMainPrefix(root(source)))).toBe(
    `<sst xmlns:x="${main}" xmlns="${main}"><si/><y:z xmlns:y="n"/><e xmlns="o"><x:f/></e></sst>`,
  );
});
