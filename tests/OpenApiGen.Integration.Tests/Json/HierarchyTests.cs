using Nested;
using OpenApiGen.Integration.Tests.Support;
using TwoDiscriminators;

namespace OpenApiGen.Integration.Tests.Json;

/// <summary>Records that a discriminator tells apart: read as what they are, written as what they are, values all the same.</summary>
public sealed class HierarchyTests
{
    [Fact]
    public void The_most_derived_record_is_read_whichever_was_asked_for()
    {
        const string Json = """{"lives":9,"age":1,"name":"Tom","species":"Kitten"}""";

        Assert.IsType<Kitten>(Wire.Read<Animal>(Json));
        Assert.IsType<Kitten>(Wire.Read<Cat>(Json));
        Assert.Equal(Wire.Read<Kitten>(Json), Wire.Read<Animal>(Json));
    }

    [Fact]
    public void An_unknown_kind_is_the_base_and_keeps_its_members()
    {
        Animal dodo = Wire.Read<Animal>("""{"species":"Dodo","wings":2}""");

        Assert.Equal(typeof(Animal), dodo.GetType());
        Assert.Equal(2, dodo.AdditionalProperties["wings"].GetInt32());
        Assert.Equal("""{"species":"Dodo","wings":2}""", Wire.Write(dodo));
    }

    [Fact]
    public void A_new_record_says_its_kind()
    {
        Assert.Equal("""{"species":"Lion","lives":1}""", Wire.Write<Animal>(new Lion { Lives = 1 }));
        Assert.Equal("""{"kind":"vehicle","wheels":"two","gears":3}""", Wire.Write<Thing>(new Bike { Gears = 3 }));
        Assert.Equal("""{"kind":"vehicle","wheels":"three"}""", Wire.Write<Thing>(new Car { Wheels = "three" }));
        Assert.Equal("""{"kind":"toy"}""", Wire.Write(new Thing(new Kind("toy"))));
        Assert.Equal("""{"type":"started_v1"}""", Wire.Write<OptionalKind.Event>(new OptionalKind.Started()));
    }

    [Fact]
    public void A_copy_through_the_base_is_of_the_same_kind()
    {
        Animal kitten = new Kitten
        {
            Lives = 9,
            Age = 1,
            Name = "Tom",
        };
        Animal renamed = kitten with { Name = "Tim" };

        Assert.Equal(
            new Kitten
            {
                Lives = 9,
                Age = 1,
                Name = "Tim",
            },
            renamed
        );
        Assert.NotEqual(kitten, renamed);
        Assert.Equal("""{"name":"Tim","species":"Kitten","lives":9,"age":1}""", Wire.Write(renamed));
    }

    [Fact]
    public void Kinds_with_equal_members_differ()
    {
        Animal lion = Wire.Read<Animal>("""{"species":"Lion","lives":1}""");

        Assert.Equal(new Lion { Lives = 1 }, lion);
        Assert.NotEqual<Animal>(new Cat { Lives = 1, Species = "Lion" }, lion);
    }

    [Fact]
    public void A_kind_that_was_absent_stays_absent()
    {
        OptionalKind.Paused paused = Wire.Read<OptionalKind.Paused>("""{"why":"so"}""");

        Assert.Equal("""{"why":"so"}""", Wire.Write(paused));
    }
}
