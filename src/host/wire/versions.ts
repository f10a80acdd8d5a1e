/** Compares versions of a requirement set by number, part by part: `1.13` is higher than `1.9`. */
export function isHigher(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = than.split('.').map(Number);
  return major === otherMajor ? minor > otherMinor : major > otherMajor;
}
