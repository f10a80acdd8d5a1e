import { XlsxError } from '../errors';

/** How much of something a whole file may still come to: a small file can ask for gigabytes. */
export class Allowance {
  constructor(
    private left: number,
    private readonly what: string,
  ) {}

  /** Errors: XlsxError tooLarge, once more was taken than there was. */
  take(amount: number, part: string): void {
    this.left -= amount;
    if (this.left < 0) throw new XlsxError('tooLarge', this.what, part);
  }
}
