# asciidoctor-diagram looks for PlantUML's jars here. PlantUML (the MIT edition) is an ordinary
# dependency of this extension and on the class path already, so there are none to add.
module Asciidoctor
  module Diagram
    module PlantUmlClasspath
      JAR_FILES = [].freeze
    end
  end
end
