/** The flow chart of one chain: its rules as questions, asked from top to bottom. */
package io.github.chainbook.figure.chart;
