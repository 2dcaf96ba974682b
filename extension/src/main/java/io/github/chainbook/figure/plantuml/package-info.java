/** Draws figures as PlantUML text. */
package io.github.chainbook.figure.plantuml;
