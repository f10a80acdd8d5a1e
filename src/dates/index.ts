export * from './model';
export { readDates, readDateValues, withoutNoteAfter } from './read';
export { isoText, type ReadingStatus, statusOf } from './summary';
export { monthNames } from './names';
export * from './write';
