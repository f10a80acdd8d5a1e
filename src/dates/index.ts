export * from './model';
export { readDates, readDateValues } from './read';
export { isoText, type ReadingStatus, statusOf } from './summary';
export { monthNames, weekdayNames } from './names';
export * from './write';
