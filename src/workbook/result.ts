import type { Result, WorkbookError, WorkbookErrorCode, WorkbookErrorParams } from './model';

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Stops a job before it changes anything: thrown inside a run, turned into its result by `run`. */
export class Refusal extends Error {
  constructor(readonly error: WorkbookError) {
    super(error.code);
    this.name = 'Refusal';
  }
}

export function refuse<Code extends WorkbookErrorCode>(
  code: Code,
  params: WorkbookErrorParams[Code],
  more: Pick<WorkbookError, 'problems' | 'detail'> = {},
): Refusal {
  // The parameters go with the code, which a union over all codes cannot follow through a type parameter.
  return new Refusal({ code, params, ...more } as WorkbookError);
}
