#pragma once
#define DRONE_ONE_ID "drone_one"
#define DRONE_TWO_ID "drone_two"
