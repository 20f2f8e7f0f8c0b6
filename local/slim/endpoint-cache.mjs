/** DynamoDB's endpoints are known by region: none is ever discovered, so none is kept. */
export class EndpointCache {
  get() {}
  getEndpoint() {}
  has() {
    return false;
  }
  set() {}
  delete() {}
}
