/**
 * What a translated catalogue must be: the keys of the French one, text for text, and for a function
 * a function of the same parameters. Written `export const area = { … } satisfies Shape<typeof frArea>`,
 * so that a word missing in one language does not compile.
 */
export type Shape<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Words[Key] extends object
        ? Shape<Words[Key]>
        : never;
};
