/** Every region, for tests and previews. */
import type { Region } from "../backend/bindings";

const region = (code: string, group: Region["group"], place: string, domain: string): Region => ({
  code,
  group,
  place,
  domain,
});

export const regions: Region[] = [
  region("us-east-1", "americas", "US East (Virginia)", "mypurecloud.com"),
  region("us-east-2", "americas", "US Gov (Ohio, FedRAMP)", "use2.us-gov-pure.cloud"),
  region("us-west-2", "americas", "US West (Oregon)", "usw2.pure.cloud"),
  region("ca-central-1", "americas", "Canada (Central)", "cac1.pure.cloud"),
  region("mx-central-1", "americas", "Mexico (Central)", "mxc1.pure.cloud"),
  region("sa-east-1", "americas", "São Paulo", "sae1.pure.cloud"),
  region("eu-west-1", "emea", "Ireland", "mypurecloud.ie"),
  region("eu-west-2", "emea", "London", "euw2.pure.cloud"),
  region("eu-central-1", "emea", "Frankfurt", "mypurecloud.de"),
  region("eu-central-2", "emea", "Zürich", "euc2.pure.cloud"),
  region("eusc-de-east-1", "emea", "EU Sovereign Cloud (Germany)", "edee1.eusc-pure.cloud"),
  region("me-central-1", "emea", "UAE", "mec1.pure.cloud"),
  region("ap-south-1", "asiaPacific", "Mumbai", "aps1.pure.cloud"),
  region("ap-southeast-1", "asiaPacific", "Singapore", "apse1.pure.cloud"),
  region("ap-southeast-2", "asiaPacific", "Sydney", "mypurecloud.com.au"),
  region("ap-northeast-1", "asiaPacific", "Tokyo", "mypurecloud.jp"),
  region("ap-northeast-2", "asiaPacific", "Seoul", "apne2.pure.cloud"),
  region("ap-northeast-3", "asiaPacific", "Osaka", "apne3.pure.cloud"),
];
