using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Junction;

/// <summary>
/// The same user code against each stage: clean, then warned about with reason, replacement and date, then explained errors.
/// </summary>
public sealed class DeprecationCycleTests
{
    private const string Name =
        "Source is no longer the provider; get it through the Get Providers endpoint. Will be removed on or after 31 July 2024.";
    private const string Slug = "Source is no longer the provider; use `provider` instead. Will be removed on or after 31 July 2024.";
    private const string Renamed = "Renamed; use `provider` instead. Will be removed on or after 31 July 2024.";
    private const string Final =
        "One event is sent for each resource, when all of it has been fetched, so that every event is final; stop reading it. Will be removed on or after 31 June 2024.";

    /// <summary>Written when the original was current: it reads the members that are deprecated later.</summary>
    private const string UserCode = """
        using System;
        using System.Threading.Tasks;
        using Junction;

        internal static class UserCode
        {
            public static string? OnEvent(ReadOnlySpan<byte> body)
            {
                JunctionEvent received = JunctionEvent.Parse(body);
                switch (received.Value)
                {
                    case ClientFacingStepsChanged steps:
                        return steps.Data.Source.Name + steps.Data.Source.Logo + steps.Data.Data.Count;
                    case ClientFacingProviderConnectionCreatedEvent connected:
                        return connected.Data.Source?.Slug;
                    case ClientFacingSleepHistoricalPullCompleted pulled when pulled.Data.IsFinal == true:
                        return pulled.Data.Provider;
                    default:
                        return received.EventType;
                }
            }

            public static async Task<string?> SummariesAsync(JunctionClient junction, Guid user)
            {
                ClientFacingProfile profile = await junction.Profile.GetAsync(user);
                ClientSleepResponse sleep = await junction.Sleep.GetAsync(user, "2022-08-04");
                return profile.Source.Slug + sleep.Sleep[0].Source.Logo;
            }
        }
        """;

    [Fact]
    public void Against_the_original_it_is_clean() => Assert.Empty(Evolution.Compile(Evolution.Run("original"), UserCode));

    [Fact]
    public void Against_the_current_every_use_is_warned_about_with_reason_replacement_and_date() =>
        Assert.Equal(
            [
                $"OAG9002 'steps.Data.Source.Name': 'ClientFacingSource.Name' is obsolete: '{Name}'",
                $"OAG9002 'steps.Data.Source.Logo': 'ClientFacingSource.Logo' is obsolete: '{Name}'",
                $"OAG9002 'connected.Data.Source': 'ProviderConnectionCreated.Source' is obsolete: '{Renamed}'",
                $"OAG9002 'pulled.Data.IsFinal': 'HistoricalPullCompleted.IsFinal' is obsolete: '{Final}'",
                $"OAG9002 'profile.Source.Slug': 'ClientFacingSource.Slug' is obsolete: '{Slug}'",
                $"OAG9002 'sleep.Sleep[0].Source.Logo': 'ClientFacingSource.Logo' is obsolete: '{Name}'",
            ],
            Evolution.Compile(Evolution.Run("current"), UserCode)
        );

    [Fact]
    public void Code_that_has_moved_on_is_clean_against_the_current_and_the_future()
    {
        string moved = UserCode
            .Replace(
                "steps.Data.Source.Name + steps.Data.Source.Logo",
                "steps.Data.Source.Provider + steps.Data.Source.Type",
                StringComparison.Ordinal
            )
            .Replace("connected.Data.Source?.Slug", "connected.Data.Provider?.Slug", StringComparison.Ordinal)
            .Replace(" when pulled.Data.IsFinal == true", "", StringComparison.Ordinal)
            .Replace(
                "profile.Source.Slug + sleep.Sleep[0].Source.Logo",
                "profile.Source.Provider + sleep.Sleep[0].Source.AppId",
                StringComparison.Ordinal
            );

        Assert.Empty(Evolution.Compile(Evolution.Run("current"), moved));
        Assert.Empty(Evolution.Compile(Evolution.Run("future"), moved));
        Assert.Empty(Evolution.Compile(Evolution.Run("future", "current"), moved));
    }

    /// <summary>The errors of the future say what happened, in the words of the announcement, and nothing else is said.</summary>
    [Theory]
    [InlineData("Removed in 0.5.0: ", "current")]
    public void Against_the_future_with_the_baseline_every_use_is_an_error_that_says_what_happened(string head, string baseline) =>
        Assert.Equal(
            [
                $"CS0619 'steps.Data.Source.Name': 'ClientFacingSource.Name' is obsolete: '{head}{Past(Name)}'",
                $"CS0619 'steps.Data.Source.Logo': 'ClientFacingSource.Logo' is obsolete: '{head}{Past(Name)}'",
                $"CS0619 'connected.Data.Source': 'ProviderConnectionCreated.Source' is obsolete: '{head}use Provider. {Past(Renamed)}'",
                $"CS0619 'pulled.Data.IsFinal': 'HistoricalPullCompleted.IsFinal' is obsolete: '{head}{Past(Final)}'",
                $"CS0619 'profile.Source.Slug': 'ClientFacingSource.Slug' is obsolete: '{head}use Provider. {Past(Slug)}'",
                $"CS0619 'sleep.Sleep[0].Source.Logo': 'ClientFacingSource.Logo' is obsolete: '{head}{Past(Name)}'",
            ],
            Evolution.Compile(Evolution.Run("future", baseline), UserCode)
        );

    [Fact]
    public void Against_the_future_with_the_original_as_baseline_the_compiler_knows_when_not_why()
    {
        string[] found = Evolution.Compile(Evolution.Run("future", "original"), UserCode);
        Assert.Equal(6, found.Length);
        Assert.All(found, static f => Assert.Matches("^CS0619 .*Removed in 0\\.5\\.0|^CS0619 .*Renamed in 0\\.5\\.0: use Provider\\.", f));
    }

    /// <summary>Deprecated members are there still, and nothing of an announcement breaks.</summary>
    [Fact]
    public void The_announcement_itself_breaks_nothing() =>
        Assert.Equal(
            Evolution.Compile(Evolution.Run("current"), UserCode),
            Evolution.Compile(Evolution.Run("current", "original"), UserCode)
        );

    private static string Past(string message) => message[..message.IndexOf(" Will be removed", StringComparison.Ordinal)];

    /// <summary>Without a baseline nothing is left of what was removed.</summary>
    [Fact]
    public void Against_the_future_alone_the_compiler_only_misses_the_members() =>
        Assert.Equal(
            ["CS1061 'Name'", "CS1061 'Logo'", "CS1061 'Source'", "CS1061 'IsFinal'", "CS1061 'Slug'", "CS1061 'Logo'"],
            Evolution.Compile(Evolution.Run("future"), UserCode).Select(static d => d[..d.IndexOf(':', StringComparison.Ordinal)])
        );
}
