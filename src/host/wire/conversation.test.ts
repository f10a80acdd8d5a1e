import { createHost } from './host';
import { Conversation } from './conversation';
import { Workbook } from '../model';

const asksForContext = (conversation: Conversation, correlation: number) =>
  JSON.stringify({
    _messageType: 0,
    _actionType: 0,
    _actionName: 'ContextActivationManager_getAppContextAsync',
    _conversationId: conversation.id,
    _correlationId: correlation,
  });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('gives each answer after the time that answers take, in the order of the questions', () => {
  const workbook = Workbook.blank();
  const answered: unknown[] = [];
  const session = createHost(workbook).openSession();
  const conversation = new Conversation({ session, origin: 'https://localhost' }, (text) => {
    const { _correlationId } = JSON.parse(text) as { readonly _correlationId: number };
    answered.push(_correlationId);
  });
  const ask = (correlation: number) => conversation.receive(asksForContext(conversation, correlation));
  ask(1);
  expect(answered).toEqual([1]);
  workbook.configure({ answersAfter: 500 });
  ask(2);
  ask(3);
  jest.advanceTimersByTime(499);
  expect(answered).toEqual([1]);
  jest.advanceTimersByTime(1);
  expect(answered).toEqual([1, 2, 3]);
  conversation.close();
});
