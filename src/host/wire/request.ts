import type { Action, ArgumentInfo, ObjectPath, QueryInfo, Request } from './protocol';

/** The request that a message is; undefined for one that is none, whatever it is: what answers need not look again. */
export function parseRequest(body: string): Request | undefined {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
  return isRequest(request) ? request : undefined;
}

type Fields<T> = Partial<Readonly<Record<keyof T, unknown>>>;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || value === null || is(value);
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

function isRequest(value: unknown): value is Request {
  if (!isObject(value)) return false;
  const { Actions, ObjectPaths }: Fields<Request> = value;
  return (
    Array.isArray(Actions) &&
    Actions.every(isAction) &&
    isObject(ObjectPaths) &&
    Object.values(ObjectPaths).every(isPath)
  );
}

function isAction(value: unknown): value is Action {
  if (!isObject(value)) return false;
  const { Id, ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo, ObjectState }: Fields<Action> = value;
  return (
    isNumber(Id) &&
    isNumber(ActionType) &&
    isAbsentOr(Name, isText) &&
    isAbsentOr(ObjectPathId, isNumber) &&
    isAbsentOr(ArgumentInfo, isArguments) &&
    isAbsentOr(QueryInfo, isQuery) &&
    isAbsentOr(ObjectState, isObject)
  );
}

function isPath(value: unknown): value is ObjectPath {
  if (!isObject(value)) return false;
  const { ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: Fields<ObjectPath> = value;
  return (
    isNumber(ObjectPathType) &&
    isAbsentOr(Name, isText) &&
    isAbsentOr(ParentObjectPathId, isNumber) &&
    isAbsentOr(ArgumentInfo, isArguments)
  );
}

function isArguments(value: unknown): value is ArgumentInfo {
  if (!isObject(value)) return false;
  const { Arguments, ReferencedObjectPathIds }: Fields<ArgumentInfo> = value;
  return isAbsentOr(Arguments, Array.isArray) && isAbsentOr(ReferencedObjectPathIds, Array.isArray);
}

function isQuery(value: unknown): value is QueryInfo {
  if (!isObject(value)) return false;
  const { Select, Expand, Top, Skip }: Fields<QueryInfo> = value;
  return (
    isAbsentOr(Select, isTexts) &&
    isAbsentOr(Expand, isTexts) &&
    isAbsentOr(Top, isNumber) &&
    isAbsentOr(Skip, isNumber)
  );
}
