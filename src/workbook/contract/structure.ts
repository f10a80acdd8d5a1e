import { refuse } from '../result';

/** Whether sheets may be added, deleted and shown (Review › Protect Workbook), to be answered by the next sync. */
export interface StructureQuery {
  readonly isLocked: boolean;
  /** Refuses (`protectedWorkbook`) where a sheet of that name would have to be added or deleted. */
  check(sheet: string): void;
}

export function askStructure({ workbook }: Excel.RequestContext): StructureQuery {
  const protection = workbook.protection.load('protected');
  return {
    get isLocked() {
      return protection.protected;
    },
    check(sheet) {
      if (protection.protected) throw refuse('protectedWorkbook', { sheet });
    },
  };
}
