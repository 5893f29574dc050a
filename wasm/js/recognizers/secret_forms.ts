// SPDX-License-Identifier: Apache-2.0

/**
 * Keys by the prefixes that services publish so that leaked ones are found; each pattern is tried where a long
 * word begins. What they are taken from stands beside them.
 */
export const secretForms: readonly RegExp[] = [
  /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/y, // AWS IAM, Reference: unique identifiers
  /gh[opsur]_[A-Za-z0-9]{36,251}/y, // GitHub, About authentication: token formats
  /github_pat_\w{22,255}/y, // as above
  /xox[abeoprs]-[A-Za-z0-9-]{10,250}/y, // Slack, Token types
  /xapp-\d-[A-Z0-9]{6,}-\d+-[a-z0-9]{20,}/y, // as above
  /[rs]k_(?:live|test|prod)_[A-Za-z0-9]{16,250}/y, // Stripe, API keys
  /whsec_[A-Za-z0-9+/=]{24,}/y, // Stripe, Webhooks
  /sk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,250}/y, // OpenAI, Anthropic: API keys
  /AIza[\w-]{35}/y, // Google Cloud, API keys
  /GOCSPX-[\w-]{28}/y, // Google, OAuth client secrets
  /ya29\.[\w-]{20,}/y, // Google, OAuth 2.0 access tokens
  /gl(?:pat|dt|rt|ptt|cbt|ft|soat|agent)-[\w-]{20,}(?:\.[\w.-]+)?/y, // GitLab, Token overview
  /npm_[A-Za-z0-9]{36}/y, // npm, About access tokens
  /pypi-[\w-]{50,}/y, // PyPI, API tokens
  /hf_[A-Za-z0-9]{30,}/y, // Hugging Face, User access tokens
  /SG\.[\w-]{16,32}\.[\w-]{16,64}/y, // SendGrid, API keys
  /(?:AC|SK)[0-9a-f]{32}/y, // Twilio, SIDs
  /dop_v1_[0-9a-f]{64}/y, // DigitalOcean, tokens
  /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/y, // Shopify, access tokens
  /dckr_pat_[\w-]{20,}/y, // Docker Hub, access tokens
  /key-[0-9a-f]{32}/y, // Mailgun, API keys
  /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/y, // RFC 7519: a header and a set of claims, each `{"…`
];

/** Words that a secret of no known form follows, as a setting or a header does. */
export const secretWords =
  /(?:api[-_ ]?key|secret|token|passw(?:or)?d|pwd|passwort|contraseña|mot de passe|пароль|密码|パスワード|비밀번호|access[-_ ]?key|private[-_ ]?key|client[-_ ]?secret|bearer|authorization)["'\]]{0,2}\s?(?:[:=]|=>|is|ist|:=)?\s?(?:bearer\s)?["'`]?$/iu;
