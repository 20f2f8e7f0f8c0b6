// DynamoDB answers with plain JSON: the SDK's codec for event streams is never reached.
const absent = () => {
  throw new Error('event streams are left out of the bundle');
};
export const eventStreamSerdeProvider = absent;
export class EventStreamSerde {
  constructor() {
    absent();
  }
}
