/** Walks packets through rulesets: {@link io.github.chainbook.netfilter.engine.Tracer}. */
package io.github.chainbook.netfilter.engine;
