using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Readers.Preferences;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<AskForDesk>().AddSingleton<WriteDeskMail>().AddSingleton<OpenDesk>().AddSingleton<ReadDesk>()
        .AddSingleton<KeepOwnWord>().AddSingleton<ChooseAtDesk>().AddSingleton<CorrectDetails>()
        .AddSingleton<AskToMove>().AddSingleton<WriteMoveMail>().AddSingleton<MoveAddress>()
        .AddSingleton<ReadReceived>().AddSingleton<ReadOwnData>();
}
