return await WorkReports.Commands.CommandLine.Run(args, Console.Out, Console.Error);
