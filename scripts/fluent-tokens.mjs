/**
 * A loader of webpack for Fluent's styles. Their rules are compiled, but constants that name tokens are left over, most of
 * them read by nothing: they bring the table of all tokens into the first load. Each token stands for the custom property of
 * its name, which is put there instead; those of layers have a fallback beside it, and stay.
 */
export default function fluentTokens(source) {
  return source.replace(/\btokens\.(?!zIndex)(\w+)/g, '"var(--$1)"');
}
