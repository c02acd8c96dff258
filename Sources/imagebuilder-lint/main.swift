import Workspace

Machine.exit(Tool.run(CommandLineWords(Machine.arguments)).rawValue)
