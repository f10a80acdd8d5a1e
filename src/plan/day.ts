/**
 * A calendar day as ISO text (`2021-06-02`): no time, no time zone.
 *
 * Text rather than an object because days are compared, sorted and used as keys
 * everywhere: `<`, `===` and `Map` then just work, and JSON needs no conversion.
 */
export type Day = string & { readonly __day: unique symbol };
