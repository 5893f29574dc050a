// SPDX-License-Identifier: Apache-2.0

/** What config.json says of the network that the tensors' shapes do not. */
export interface Network {
  layers: number;
  heads: number;
  /** What the layer norms add to the variance. */
  epsilon: number;
  /** Row of the position embeddings that a window's first token has. */
  firstPosition: number;
}

/**
 * Reads a configuration that the core has accepted; what it leaves out has the values of
 * src/engine/encoder_config.h.
 *
 *     networkOf('{"num_hidden_layers": 24, "layer_norm_eps": 1e-05}')
 *     // { layers: 24, heads: 12, epsilon: 1e-5, firstPosition: 2 }
 */
export function networkOf(configJson: string): Network {
  const config = JSON.parse(configJson) as Partial<Record<string, number>>;
  return {
    layers: config["num_hidden_layers"] ?? 12,
    heads: config["num_attention_heads"] ?? 12,
    epsilon: config["layer_norm_eps"] ?? 1e-12,
    firstPosition: (config["pad_token_id"] ?? 1) + 1,
  };
}
