# Loads asciidoctor-diagram with the PlantUML that is on the class path. asciidoctor-diagram asks for a
# file that lists PlantUML's jars; it is in the folder added here, and lists none.
$LOAD_PATH << 'uri:classloader:/io/github/chainbook/asciidoc/gem'
require 'asciidoctor-diagram'
